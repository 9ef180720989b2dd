import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { Download, Page } from "playwright-core";
import { expect, it } from "vitest";
import { modelFiles, prepare, train } from "../../src/model/index.ts";
import * as acts from "./acts.ts";

/** What the last chapter takes from a reader and hands out to them. */

const site = acts.bookInChromium();

const onPage = (act: (page: Page) => Promise<void>) => site.onPage("10-together/", act);

const run = (page: Page, id: string) => page.locator(`#${id} [data-action="run"]`).click();
const until = (page: Page, id: string, state: string) => acts.until(page, id, state, 30_000);
const bytesOf = async (download: Download) => readFileSync(await download.path());

const text = Array.from({ length: 300 }, (_, i) => `${i} men and ${(i * 5) % 23} horses.`).join(
  "\n",
);

it("takes another branch at a token, goes on from it, and goes back", () =>
  onPage(async (page) => {
    const writing = page.locator("#write .d-written-text");
    // Not innerText: what is out of the window is not laid out, and has none.
    const words = () => writing.textContent();
    await run(page, "write");
    await until(page, "write", "done");
    const before = await words();
    const at = (place: number) => page.locator(`#write [data-at="${place}"]`).textContent();
    const start = [await at(0), await at(1)];
    const third = await at(2);
    await page.locator('#write [data-at="2"]').click();
    await page.locator("#write .d-written button", { hasText: "take" }).first().click();
    await expect.poll(words).not.toBe(before);
    // All before it stands, another one is in its place, and that stays over a reload.
    expect([await at(0), await at(1)]).toEqual(start);
    expect(await at(2)).not.toBe(third);
    const other = await words();
    await page.reload();
    // By itself, or where this machine built it slowly, when it is asked to.
    await expect
      .poll(() => page.locator("#write").getAttribute("data-state"))
      .toMatch(/done|stale/);
    if ((await page.locator("#write").getAttribute("data-state")) === "stale")
      await run(page, "write");
    await expect.poll(words).toBe(other);
    await page.locator("#write .d-written-again").click();
    await expect.poll(words).toBe(before);
  }));

it("hands out what was trained here: the files that Node would write, one by one and as a zip", () =>
  onPage(async (page) => {
    await page.locator("#recipe input[type=range]").first().fill("100");
    await page.locator("#material textarea").fill(text);
    await run(page, "take");
    await until(page, "take", "done");
    const { model, tokenizer, options } = prepare(text, { size: "tiny", steps: 100 });
    for await (const _ of train(options));
    const files = { ...modelFiles(model, tokenizer) };
    const press = async (name: RegExp) => {
      const saved = page.waitForEvent("download");
      await page.locator("#take").getByRole("button", { name }).click();
      return saved;
    };
    const weights = await press(/Save.*model\.safetensors/);
    expect(weights.suggestedFilename()).toBe("model.safetensors");
    expect(await bytesOf(weights)).toEqual(Buffer.from(files["model.safetensors"]));
    const zip = await press(/humpty\.zip/);
    const inside = unzipSync(await bytesOf(zip));
    expect(Object.keys(inside).sort()).toEqual(Object.keys(files).sort());
    expect(new TextDecoder().decode(inside["vocab.json"])).toBe(files["vocab.json"]);
    // And it comes back.
    for (const [i, name] of [
      "config.json",
      "vocab.json",
      "merges.txt",
      "model.safetensors",
    ].entries()) {
      const buffer = Buffer.from(inside[name] ?? []);
      const file = { name, mimeType: "application/octet-stream", buffer };
      await page.locator("#gpt2 input[type=file]").nth(i).setInputFiles(file);
      await expect
        .poll(() => page.locator("#gpt2 .cell-output").textContent())
        .toContain(`${name}, `);
    }
    const said = () => page.locator("#gpt2 .cell-output").textContent();
    await expect.poll(said).toMatch(/numbers, with its tokens/);
    await run(page, "gpt2-writes");
    await until(page, "gpt2-writes", "done");
    const written = await page.locator("#gpt2-writes .d-written-text").textContent();
    expect(written).toMatch(/horses.*men/s);
  }));

it("goes on and says so where the browser has no room to keep a training", () =>
  onPage(async (page) => {
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
    });
    await page.locator("#recipe input[type=range]").first().fill("100");
    await run(page, "own");
    await until(page, "own", "done");
    const said = page.locator("#own .cell-output");
    expect(await said.innerText()).toMatch(/not kept: the browser has no room left to keep .* MB/);
    expect(await said.innerText()).toContain("After 100 steps");
  }));
