import { describe, expect, it } from "vitest";
import { files } from "../../src/display/index.ts";
import { modelFiles, prepare, train } from "../../src/model/index.ts";
import type { CellResult } from "../../src/notebook/types.ts";
import { availableEngines } from "../engines/engine.ts";
import { bookInEngine } from "./reader.ts";

/** A training that the reader ends before its end, uses, and goes on with. */

const text = Array.from({ length: 400 }, (_, i) => `${i} men and ${(i * 11) % 37} horses.`).join(
  "\n",
);

/** The files of the model in Node, after so many of 500 steps. */
async function filesAt(step: number) {
  const { model, tokenizer, options } = prepare(text, { size: "tiny", steps: 500 });
  for await (const { step: at } of train(options)) if (at === step) break;
  const made = files({ ...modelFiles(model, tokenizer) }).files;
  return made.map(({ name, size, sum }) => ({ name, size, sum }));
}

interface Seen {
  early: CellResult;
  note: string;
  half: CellResult;
  writes: string;
  afterwards: string;
  told: string;
}

/** What each act begins with. */
const own = `
  const own = page.cell("own");
  const button = (name) => own.querySelector(\`[data-action="\${name}"]:not([hidden])\`);
  const note = () => own.querySelector(".cell-note")?.textContent ?? "";
  const filesOf = async () => {
    const result = await page.run("take");
    for (const one of result.outputs[0].display.files) delete one.bytes;
    return result;
  };
  const kept = () => localStorage.getItem("humpty:kept:10-together/cells/own.ts");`;

describe.each(availableEngines())("in %s, a reader who has seen enough", (name) => {
  const site = bookInEngine(name, own);
  const { open, act } = site;

  it("uses the half-trained model in later cells, and goes on from it to the same bits", async () => {
    await open("10-together/");
    const seen = await act<Seen>(`
      page.put(page.cell("recipe").querySelectorAll("input[type=range]")[0], "500");
      page.put(page.cell("material").querySelector("textarea"), ${JSON.stringify(text)});
      await page.until(() => page.cell("material").textContent.includes("text.txt"));
      const running = page.run("own");
      await page.until(() => kept()?.includes("training"));
      button("finish").click();
      const early = await running;
      await page.until(() => note().includes("waits"));
      const half = await filesOf();
      const writes = JSON.stringify((await page.run("own-writes")).outputs);
      return { early, half, writes, note: note() };`);
    const step = seen.early.early ?? 0;
    expect(seen.early.error).toBeUndefined();
    expect(step).toBeGreaterThan(0);
    expect(step).toBeLessThan(500);
    expect(seen.note).toBe(`waits at ${step} of 500; Run goes on`);
    expect(seen.half.outputs[0]?.display).toMatchObject({ files: await filesAt(step) });

    const after = await act<Seen & { first: number }>(`
      let first = Infinity;
      const see = setInterval(() => {
        const at = own.dataset.state === "running" && own.querySelector("progress")?.value;
        if (at) first = Math.min(first, at);
      }, 5);
      await page.run("own");
      clearInterval(see);
      await page.until(() => page.cell("take").dataset.state !== "done");
      const told = page.cell("take").querySelector(".cell-state").textContent;
      const half = await filesOf();
      const writes = JSON.stringify((await page.run("own-writes")).outputs);
      return { first, told, half, writes, note: note() };`);
    expect(after.first).toBeGreaterThanOrEqual(step);
    expect(after.half.outputs[0]?.display).toMatchObject({ files: await filesAt(500) });
    expect(after.writes).not.toBe(seen.writes);
    expect(after.note).toBe("");
  }, 300_000);

  it("gets the cell that they ran, made from what the training under it had come to", async () => {
    await open("10-together/");
    const [result, state] = await act<[CellResult | null, string]>(`
      page.put(page.cell("recipe").querySelectorAll("input[type=range]")[0], "800");
      await page.until(() => page.cell("recipe").dataset.state === "done");
      const asked = page.run("own-writes");
      await page.until(() => own.dataset.state === "running" && button("finish"));
      await page.until(() => localStorage.getItem("humpty:reached:10-together/cells/own.ts")?.includes("800"));
      button("finish").click();
      const result = await asked;
      await page.until(() => page.cell("own-writes").dataset.state !== "running");
      return [result, page.cell("own-writes").dataset.state];`);
    expect(result?.error).toBeUndefined();
    expect(result?.outputs.at(-1)?.display.kind).toBe("written");
    expect(state).toBe("done");
  }, 300_000);

  it("sees after a reload at which step a training waits", async () => {
    await open("10-together/");
    const before = await act<string>(`
      page.put(page.cell("recipe").querySelectorAll("input[type=range]")[0], "700");
      await page.until(() => page.cell("recipe").dataset.state === "done");
      void page.run("own");
      await page.until(() => localStorage.getItem("humpty:reached:10-together/cells/own.ts")?.includes("700"));
      button("stop").click();
      await page.until(() => note().includes("waits"));
      return note();`);
    expect(before).toMatch(/^waits at \d+ of 700; Run goes on$/);
    await site.engine.reload();
    const after = await act<string>(
      `await page.until(() => note().includes("waits")); return note();`,
    );
    expect(after).toBe(before);
  }, 120_000);
});
