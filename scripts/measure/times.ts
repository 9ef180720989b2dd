import type { Page } from "playwright-core";
import { launch } from "../../tests/page/browser.ts";

/** Runs of each timing: their median is what counts. */
const runs = 7;

async function median(
  time: (page: Page) => Promise<number>,
  prepare?: (page: Page) => Promise<void>,
): Promise<number> {
  const browser = await launch("chromium");
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await prepare?.(page);
    times.push(await time(page));
    await context.close();
  }
  await browser.close();
  return Math.round(times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN);
}

/** In the page: presses a button, and gives the time from the press to the moment that a cell's state is `wanted` and drawn. */
function press(page: Page, selector: string, wanted: string, button: string): Promise<number> {
  return page.evaluate(
    ([cell, state, act]) =>
      new Promise<number>((resolve) => {
        const section = document.querySelector<HTMLElement>(cell ?? "");
        const began = performance.now();
        const watch = new MutationObserver(() => {
          if (section?.dataset["state"] !== state) return;
          watch.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - began));
        });
        if (section) watch.observe(section, { attributes: true });
        section?.querySelector<HTMLElement>(`[data-action="${act}"]`)?.click();
      }),
    [selector, wanted, button],
  );
}

async function write(page: Page, text: string): Promise<void> {
  await page.locator("#scores .cell-code").click({ position: { x: 120, y: 25 } });
  await page.locator("#scores .cm-content").waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

/** The first press of Run on a fresh page, from the click to the result: everything loads in between. */
export const firstRun = (url: string): Promise<number> =>
  median(
    (page) => press(page, "#scores", "done", "run"),
    async (page) => {
      await page.goto(url, { waitUntil: "networkidle" });
    },
  );

/** An edited small cell, everything loaded: from Run to the result. */
export const editToResult = (url: string): Promise<number> =>
  median(
    async (page) => {
      await write(page, "const n: number = 41;\nexport default n + 2;");
      return press(page, "#scores", "done", "run");
    },
    async (page) => {
      await page.goto(url, { waitUntil: "networkidle" });
      await write(page, "const n: number = 40;\nexport default n + 1;");
      await press(page, "#scores", "done", "run");
    },
  );

/** Stop on an endless loop: from the press to the state that says so. */
export const stopLoop = (url: string): Promise<number> =>
  median(
    (page) => press(page, "#scores", "stopped", "stop"),
    async (page) => {
      await page.goto(url, { waitUntil: "networkidle" });
      await write(page, "while (true) {}");
      await press(page, "#scores", "running", "run");
      await page.waitForTimeout(200);
    },
  );

/** In the page: the time from `began` until something is underlined as wrong in a cell, and drawn. */
const untilFault = (page: Page, cell: string, began: number): Promise<number> =>
  page.evaluate(
    ([selector, from]) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const root = document.querySelector(`${selector} .cell-editor`)?.shadowRoot;
          if (root?.querySelector(".cm-lintRange-error")) resolve(performance.now() - Number(from));
          else requestAnimationFrame(look);
        };
        look();
      }),
    [cell, began] as const,
  );

const now = (page: Page): Promise<number> => page.evaluate(() => performance.now());

/** From the first focus of an editor, with an error written at once, until it is underlined: TypeScript loads in between. */
export const firstFault = (url: string): Promise<number> =>
  median(
    async (page) => {
      const began = await now(page);
      await page.locator("#scores pre.code").focus();
      await page.locator("#scores .cm-content").waitFor();
      await page.keyboard.insertText("const wrong: string = 1;\n");
      return untilFault(page, "#scores", began);
    },
    async (page) => {
      await page.goto(url, { waitUntil: "networkidle" });
      // The driver's own script is in the page before the time counts.
      await page.locator("#scores pre.code").waitFor();
    },
  );

/** From an error that is written until it is underlined, everything loaded. */
export const typedFault = (url: string): Promise<number> =>
  median(
    async (page) => {
      const began = await now(page);
      await page.keyboard.insertText("\nexport const wrong: string = 1;");
      return untilFault(page, "#scores", began);
    },
    async (page) => {
      await page.goto(url, { waitUntil: "networkidle" });
      await write(page, "export const wrong: string = 1;");
      await untilFault(page, "#scores", 0);
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText("export const right = 1;");
      await page.locator("#scores .cm-lintRange-error").first().waitFor({ state: "detached" });
    },
  );
