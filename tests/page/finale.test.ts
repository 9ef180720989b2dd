import { describe, expect, it } from "vitest";
import { write } from "../../chapters/10-together/cells/writing.ts";
import { files, written } from "../../src/display/index.ts";
import { gpt2Tokenizer, loadGPT2, modelFiles, prepare, train } from "../../src/model/index.ts";
import type { CellResult } from "../../src/notebook/types.ts";
import { availableEngines } from "../engines/engine.ts";
import { gpt2File } from "./gpt2-file.ts";
import { bookInEngine } from "./reader.ts";

const text = Array.from({ length: 400 }, (_, i) => `${i} men and ${(i * 7) % 31} horses.`).join(
  "\n",
);

/** The same training in Node. */
async function trained() {
  const { model, tokenizer, options } = prepare(text, { size: "tiny", steps: 500 });
  let last: number | undefined;
  for await (const { heldOut } of train(options)) last = heldOut ?? last;
  return { last, files: files({ ...modelFiles(model, tokenizer) }).files };
}

describe.each(availableEngines())("the last chapter in %s", (name) => {
  const site = bookInEngine(name);
  const { open, act } = site;

  it("trains on the reader's text, pauses, outlives a reload, and comes to the bits of Node", async () => {
    await open("10-together/");
    await act(`
      page.put(page.cell("recipe").querySelectorAll("input[type=range]")[0], "500");
      page.put(page.cell("material").querySelector("textarea"), ${JSON.stringify(text)});
      await page.until(() => page.cell("material").textContent.includes("text.txt"));
      void page.run("own");
      await page.until(() => localStorage.getItem("humpty:kept:10-together/cells/own.ts")?.includes("training"));
      page.cell("own").querySelector('[data-action="stop"]').click();
      await page.until(() => page.cell("own").dataset.state === "stopped");`);
    await site.engine.reload();
    const { first, result, sums } = await act<{
      first: number;
      result: CellResult;
      sums: { outputs: [{ display: object }] };
    }>(`
      let first = Infinity;
      const see = setInterval(() => {
        const cell = page.cell("own");
        const bar = cell.querySelector("progress");
        if (bar && cell.dataset.state === "running") first = Math.min(first, bar.value);
      }, 5);
      const result = await page.run("own");
      clearInterval(see);
      const sums = await page.run("take");
      for (const one of sums.outputs[0].display.files) delete one.bytes;
      return { first, result, sums };`);
    // From the beginning, it would be the first step.
    expect(first).toBeGreaterThan(1);
    expect(result.error).toBeUndefined();
    const there = await trained();
    expect(result.values["last"]).toBe(there.last);
    expect(sums.outputs[0].display).toMatchObject({
      files: there.files.map(({ name, size, sum }) => ({ name, size, sum })),
    });
  }, 180_000);

  it("reads a GPT-2 from its file, and writes what it writes in Node", async () => {
    await open("10-together/");
    const result = await act<CellResult>(
      `page.give("gpt2", "model.safetensors", gpt2File(64, 2));
      await page.until(() => page.cell("gpt2").textContent.includes("numbers, with its tokens"));
      return page.run("gpt2-writes");`,
      String(gpt2File),
    );
    const tokenizer = await gpt2Tokenizer();
    const begun = tokenizer.encode("All the king's horses");
    const model = await loadGPT2(gpt2File(64, 2));
    const manner = { how: "by chance", topK: 40, temperature: 0.7, seed: 1, count: 20 } as const;
    const tokens = write(model, tokenizer, begun, [], manner);
    const prompt = begun.map((id) => tokenizer.token(id));
    const display = written("after All the king's horses", { prompt, tokens });
    expect(result.outputs.at(-1)?.display).toEqual(JSON.parse(JSON.stringify(display)));
  });

  it("says what is wrong with a file that is none", async () => {
    await open("10-together/");
    const errors = await act<string[]>(
      `const said = [];
      for (const bytes of [gpt2File(64, 1).slice(0, -1000), new Uint8Array(50), "a picture"]) {
        page.give("gpt2", \`\${said.length}.safetensors\`, bytes);
        await page.until(() => page.cell("gpt2").textContent.includes(\`\${said.length}.safetensors\`));
        await page.until(() => page.cell("gpt2").dataset.state === "failed");
        said.push(page.cell("gpt2").querySelector(".result-error span").textContent);
      }
      return said;`,
      String(gpt2File),
    );
    const [short = "", empty = "", other = ""] = errors;
    expect(short).toMatch(/need \d+ bytes, and \d+ are there/);
    expect(empty).toContain("safetensors");
    expect(other).toContain("safetensors");
  });
});
