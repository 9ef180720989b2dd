import type { CellResult } from "../../src/notebook/types.ts";

/** What a reader does on the page, by the page's own script: its policy allows no other. */
export const onPage = () => ({
  cell: (id: string) => document.getElementById(id) as HTMLElement,
  /** Presses Run, and gives the cell's result; null when it took too long. */
  run(id: string): Promise<CellResult | null> {
    return new Promise((resolve) => {
      document.addEventListener("humpty:result", (event) => {
        const { id: of, result } = (event as CustomEvent).detail;
        if (of === `10-together/cells/${id}.ts`) resolve(result);
      });
      setTimeout(() => resolve(null), 120_000);
      this.cell(id).querySelector<HTMLElement>('[data-action="run"]')?.click();
    });
  },
  put(control: Element | null, value: string): void {
    (control as HTMLInputElement).value = value;
    control?.dispatchEvent(new Event("input", { bubbles: true }));
  },
  give(id: string, name: string, bytes: BlobPart): void {
    const input = [...this.cell(id).querySelectorAll<HTMLInputElement>("input[type=file]")].at(-1);
    const chosen = new DataTransfer();
    chosen.items.add(new File([bytes], name));
    if (input) input.files = chosen.files;
    input?.dispatchEvent(new Event("input", { bubbles: true }));
  },
  async until(what: () => unknown): Promise<void> {
    for (let i = 0; i < 1200 && !what(); i++) await new Promise((then) => setTimeout(then, 50));
    if (!what()) throw new Error(`waited in vain: ${what}`);
  },
});
