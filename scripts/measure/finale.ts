import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launch } from "../../tests/page/browser.ts";
import { gpt2File } from "../../tests/page/gpt2-file.ts";

/** Waits until a cell has run; what failed is no measure. */
async function done(page: Page, id: string): Promise<void> {
  await page.waitForFunction(
    (one) => ["done", "failed"].includes(document.getElementById(one)?.dataset["state"] ?? ""),
    id,
    { timeout: 300_000 },
  );
  if ((await page.locator(`#${id}`).getAttribute("data-state")) === "failed")
    throw new Error(await page.locator(`#${id} .cell-output`).innerText());
}

async function timed(page: Page, id: string, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate((one) => {
    const section = document.getElementById(one);
    if (section) section.dataset["state"] = "waiting";
  }, id);
  const began = performance.now();
  await act();
  await done(page, id);
  return performance.now() - began;
}

const press = (page: Page, id: string) => page.locator(`#${id} [data-action="run"]`).click();

/** Training in the page: tokens per second, and the longest time that its main thread was busy at a stretch meanwhile, in milliseconds. */
export async function training(
  url: string,
): Promise<{ tokensPerSecond: number; longTask: number }> {
  const browser = await launch("chromium");
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: "networkidle" });
  await page.locator("#recipe input[type=range]").first().fill("1500");
  await press(page, "own");
  await page.locator("#own progress").waitFor();
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ entryTypes: ["longtask"] });
  });
  const speeds: number[] = [];
  const read = setInterval(async () => {
    const text = await page
      .locator("#own .cell-note")
      .textContent()
      .catch(() => null);
    if (text) speeds.push(Number.parseInt(text, 10));
  }, 500);
  await done(page, "own");
  clearInterval(read);
  const longTask = await page.evaluate(() =>
    Math.max(0, ...((globalThis as { tasks?: number[] }).tasks ?? [])),
  );
  await browser.close();
  return { tokensPerSecond: speeds.at(-1) ?? Number.NaN, longTask: Math.round(longTask) };
}

/** GPT-2's smallest size, made at random: how long the page takes to load it, to write its first token and each further one, and the memory at its peak. */
export async function gpt2(url: string) {
  const folder = mkdtempSync(join(tmpdir(), "humpty-gpt2-"));
  const browser = await launch("chromium");
  try {
    const file = join(folder, "model.safetensors");
    writeFileSync(file, gpt2File(768, 12, 1024));
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: "networkidle" });
    const load = await timed(page, "gpt2", () =>
      page.locator("#gpt2 input[type=file]").last().setInputFiles(file),
    );
    const count = page.locator("#gpt2-writes input[type=range]").nth(1);
    const write = async (tokens: string) => {
      await timed(page, "gpt2-writes", () => count.fill(tokens));
      return timed(page, "gpt2-writes", () => press(page, "gpt2-writes"));
    };
    const [five, more] = [await write("5"), await write("45")];
    const each = (more - five) / 40;
    return {
      loadSeconds: Number((load / 1000).toFixed(1)),
      firstTokenMs: Math.round(five - 4 * each),
      tokensPerSecond: Number((1000 / each).toFixed(1)),
      peakMegabytes: await peak(browser),
    };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

/** The most memory that the browser's processes had, all together, in megabytes. */
async function peak(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const kilobytes = processInfo.map(({ id }) => {
    const status = readFileSync(`/proc/${id}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
  });
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1000);
}
