import { describe, expect, it } from "vitest";
import { availableEngines } from "../engines/engine.ts";
import { bookInEngine } from "./reader.ts";

/** What a reader sees and does besides. */
const own = (page: { until(what: () => unknown): Promise<void> }) => ({
  code: (root: Document = document) =>
    root
      .querySelector("#scores .cell-editor")
      ?.shadowRoot?.querySelector<HTMLElement>(".cm-content"),
  text(root?: Document): string | undefined {
    const lines = this.code(root)?.querySelectorAll(".cm-line");
    return lines && [...lines].map((line) => line.textContent).join("\n");
  },
  press(selector: string): void {
    document.querySelector<HTMLElement>(selector)?.click();
  },
  /** Opens the sheet of earlier versions, and gives how each of them ended. */
  async earlier(): Promise<(string | null)[]> {
    this.press("#scores [data-action=more]");
    await page.until(() => document.querySelector("#scores .notebook-menu"));
    [...document.querySelectorAll<HTMLElement>("#scores .notebook-menu button")]
      .find(({ textContent }) => textContent?.startsWith("Earlier"))
      ?.click();
    await page.until(() => document.querySelector(".notebook-sheet"));
    return [...document.querySelectorAll(".past-versions small")].map((row) => row.textContent);
  },
  /** Opens the chapter in a frame: to the storage, one more tab. */
  async otherTab(): Promise<Document> {
    const frame = document.createElement("iframe");
    frame.src = location.href;
    document.body.prepend(frame);
    await page.until(() => frame.contentDocument && this.code(frame.contentDocument));
    return frame.contentDocument as Document;
  },
});

describe.each(availableEngines())("a cell's past in %s", (name) => {
  const site = bookInEngine(name, `Object.assign(page, (${own})(page));`);
  const { open, act } = site;

  const text = () => act<string>("await page.until(() => page.code()); return page.text();");
  /** Replaces the cell's text, as a reader would. */
  const write = async (text: string) => {
    await act(`document.querySelector("#scores pre.code")?.focus();
      await page.until(() => page.code());
      page.code().focus();`);
    await site.engine.press("Control+a");
    await site.engine.type(text);
  };
  const undo = async () => {
    await act("page.code().focus();");
    await site.engine.press("Control+z");
  };

  it("is undone, and gone back to, over a reload", async () => {
    await open("03-attention/");
    for (const value of [111, 222]) {
      await write(`export default ${value};`);
      await site.engine.press("Control+Enter");
      await act(`await page.until(() => page.cell("scores").dataset.state === "done"
        && page.cell("scores").querySelector(".cell-output").textContent === "${value}");`);
    }
    // Not in the same moment: the browser's own database has its time.
    const kept = () =>
      act<number>(`const rows = await page.earlier();
        page.press(".notebook-sheet-close");
        await page.until(() => !document.querySelector(".notebook-sheet"));
        return rows.length;`);
    await expect.poll(kept, { timeout: 20_000 }).toBe(2);
    await site.engine.reload();
    expect(await text()).toBe("export default 222;");
    await undo();
    // A word at a time, or all that was typed in one go: however the engine's time went.
    expect(await text()).not.toBe("export default 222;");
    for (let i = 0; i < 30 && (await text()) !== "export default 111;"; i++) await undo();
    expect(await text()).toBe("export default 111;");
    const rows = await act<string[]>("return page.earlier();");
    expect(rows).toEqual([
      expect.stringMatching(/^ran in /),
      expect.stringMatching(/^ran in .*as it is now$/),
    ]);
    await act(`page.press(".past-use");`);
    expect(
      await act("await page.until(() => page.text().includes(222)); return page.text();"),
    ).toBe("export default 222;");
  });

  it("is shared by two tabs, of which none writes over the other", async () => {
    await open("03-attention/");
    await write("export default 333;");
    const both = await act<string>(`const other = await page.otherTab();
      await page.until(() => page.text(other) === "export default 333;");
      page.code(other).focus();
      other.getSelection().selectAllChildren(page.code(other));
      other.execCommand("insertText", false, "export default 444;");
      await page.until(() => page.text() === "export default 444;");
      return page.text(other);`);
    expect(both).toBe("export default 444;");
    await site.engine.reload();
    expect(await text()).toBe("export default 444;");
  });

  it("is whole after a cell took all the memory there is: that is told, and the next run works", async () => {
    await open("03-attention/");
    const bomb = "const all = []; for (;;) all.push(new Float32Array(5e7).fill(1));";
    await write("x");
    await act(`const key = "humpty:edit:03-attention/cells/scores.ts";
      const edit = JSON.parse(localStorage.getItem(key));
      localStorage.setItem(key, JSON.stringify({ ...edit, text: ${JSON.stringify(bomb)} }));`);
    await site.engine.reload();
    expect(await text()).toBe(bomb);
    const told = await act<string>(`page.press("#scores [data-action=run]");
      const failed = () => page.cell("scores").dataset.state === "failed";
      for (let i = 0; i < 5 && !failed(); i++) await page.until(failed).catch(() => undefined);
      return page.cell("scores").querySelector(".result-error").textContent;`);
    expect(told).toContain("used more memory than the page can give it, and was ended");
    expect(await text()).toBe(bomb);
    await write("export default 555;");
    await site.engine.press("Control+Enter");
    await act(`await page.until(() => page.cell("scores").dataset.state === "done");`);
    expect(await act(`return page.cell("scores").querySelector(".cell-output").textContent;`)).toBe(
      "555",
    );
  }, 200_000);
});
