import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import type { Page } from "playwright-core";
import { availableEngines } from "../../tests/engines/engine.ts";
import { launch } from "../../tests/page/browser.ts";

async function withPage<T>(act: (page: Page) => Promise<T>, options = {}): Promise<T> {
  const browser = await launch();
  try {
    return await act(await (await browser.newContext(options)).newPage());
  } finally {
    await browser.close();
  }
}

/** Whether all cells show code and output with scripts off. */
export const readsWithoutScripts = (url: string): Promise<boolean> =>
  withPage(
    async (page) => {
      await page.goto(url);
      const cells = await page.locator(".cell").count();
      const outputs = await page
        .locator(".cell:has(.code .line):has(.cell-output .output)")
        .count();
      return cells > 0 && cells === outputs && (await page.locator(".prose p").count()) > 20;
    },
    { javaScriptEnabled: false },
  );

/** Brotli bytes of what a page loads from the moment that `begin` is done. */
async function bytes(page: Page, types: string[], act: () => Promise<void>): Promise<number> {
  const waits: Promise<number>[] = [];
  page.on("response", (response) => {
    if (!types.includes(response.request().resourceType())) return;
    waits.push(response.body().then((body) => brotliCompressSync(body).length));
  });
  await act();
  return (await Promise.all(waits)).reduce((sum, size) => sum + size, 0);
}

/** Script that a visit loads which only reads and scrolls, what stands in the page included. */
export const readingBytes = (url: string): Promise<number> =>
  withPage(async (page) => {
    const loaded = await bytes(page, ["script"], async () => {
      await page.goto(url, { waitUntil: "networkidle" });
      await page.mouse.wheel(0, 5000);
      await page.waitForTimeout(500);
    });
    const inline = (await page.locator("script:not([src])").allInnerTexts()).join("");
    return loaded + inline.length;
  });

/** All that the first focus of an editor loads on top of the page. */
export const firstFocusBytes = (url: string): Promise<number> =>
  withPage(async (page) => {
    await page.goto(url, { waitUntil: "networkidle" });
    return bytes(page, ["script", "fetch", "xhr", "document", "stylesheet"], async () => {
      await page.locator("#scores pre.code").focus();
      await page.locator("#scores .cm-content").waitFor();
      await page.waitForTimeout(1000);
    });
  });

/** What the first edit loads to know types: TypeScript in its worker, and what the libraries declare. */
export const typesBytes = (): number =>
  globSync("dist/runtime/{language,declarations}.*").reduce(
    (sum, file) => sum + brotliCompressSync(readFileSync(file)).length,
    0,
  );

/** Violations that axe finds, in both themes, with everything unfolded. */
export async function axeViolations(urls: string[]): Promise<number> {
  let found = 0;
  for (const colorScheme of ["light", "dark"] as const) {
    for (const url of urls) {
      found += await withPage(
        async (page) => {
          await page.goto(url);
          await page.addScriptTag({
            content: readFileSync("node_modules/axe-core/axe.min.js", "utf8"),
          });
          return page.evaluate(async () => {
            for (const fold of document.querySelectorAll("details")) fold.open = true;
            const { axe } = globalThis as unknown as {
              axe: { run(): Promise<{ violations: object[] }> };
            };
            return (await axe.run()).violations.length;
          });
        },
        { colorScheme, bypassCSP: true },
      );
    }
  }
  return found;
}

/** Whether every cell's result in the page is the build's, bit for bit, in each engine that is here: as the test has it. */
export function bitsEqual(): Record<string, boolean> {
  const equal: Record<string, boolean> = {};
  for (const name of availableEngines()) {
    const { status } = spawnSync("vitest", ["run", "--project", "book", "tests/page/bits"], {
      env: { ...process.env, ENGINES: name },
      stdio: "ignore",
    });
    equal[name] = status === 0;
  }
  return equal;
}
