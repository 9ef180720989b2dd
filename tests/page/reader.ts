import { afterAll, beforeAll } from "vitest";
import type { CellResult } from "../../src/notebook/types.ts";
import { type Engine, type EngineName, openEngine } from "../engines/engine.ts";
import { serveSite } from "./site.ts";

/** What a reader does on the page, by the page's own script: its policy allows no other. */
const onPage = () => ({
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

/** The built book in an engine, for the tests of a block. `own` is what all of its acts begin with. */
export function bookInEngine(name: EngineName, own = "") {
  let site: Awaited<ReturnType<typeof serveSite>>;
  let engine: Engine;
  beforeAll(async () => {
    site = await serveSite();
    engine = await openEngine(name);
  });
  afterAll(async () => {
    await engine?.close();
    await site.close();
  });
  return {
    get engine() {
      return engine;
    },
    open: (path: string) => engine.open(site.url + path),
    /** Sends what a reader does to the page, which knows the words above as `page`, and `more`. */
    act: <T>(steps: string, ...more: string[]): Promise<T> =>
      engine.evaluate<T, []>(
        `(async () => { ${more.join("\n")} const page = (${onPage})();
          await page.until(() => document.readyState === "complete"); ${own} ${steps} })()`,
      ),
  };
}
