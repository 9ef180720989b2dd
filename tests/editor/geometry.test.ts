import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "../engines/serve.ts";
import { launch } from "../page/browser.ts";
import { cells, editorFiles } from "./files.ts";
import { expectSame, geometry } from "./geometry.ts";
import { mostDifferent, onPage } from "./mounted.ts";

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([launch(), editorFiles().then((files) => serve(files))]);
});

afterAll(async () => {
  await browser.close();
  await served.close();
});

const mount = (page: Page, id: string) => page.evaluate((id) => globalThis.page.mount(id), id);
const nextFrames = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );

describe.each(["", "zh"])("on the page /%s", (path) => {
  describe.each([1280, 360])("at %i pixels", (width) => {
    it.each(Object.keys(cells))(
      "nothing of the cell %s moves when the editor opens",
      async (id) => {
        const wrongs = await onPage(
          browser,
          `${served.origin}/${path}`,
          async (page) => {
            await page
              .locator(`#${id}`)
              .evaluate((cell) => cell.scrollIntoView({ behavior: "instant" }));
            const before = await page.evaluate(geometry, id);
            await mount(page, id);
            expectSame(await page.evaluate(geometry, id), before);
            await nextFrames(page);
            expectSame(await page.evaluate(geometry, id), before);
            // Nor when it takes the keyboard.
            await page.evaluate((id) => globalThis.page.editor(id).focus(), id);
            await nextFrames(page);
            expectSame(await page.evaluate(geometry, id), before);
          },
          { viewport: { width, height: 800 } },
        );
        expect(wrongs).toEqual([]);
      },
    );
  });
});

it("keeps the place to which a wide line was scrolled", async () => {
  await onPage(browser, served.origin, async (page) => {
    await page.locator("#wide pre").evaluate((pre) => pre.scrollTo({ left: 300 }));
    const before = await page.evaluate(geometry, "wide");
    expect(before.scrolled).toBe(300);
    await mount(page, "wide");
    await nextFrames(page);
    expectSame(await page.evaluate(geometry, "wide"), before);
  });
});

it("opens far from the window without moving what is in it", async () => {
  await onPage(browser, served.origin, async (page) => {
    const before = await page.evaluate(geometry, "tall");
    await mount(page, "tall");
    await nextFrames(page);
    expectSame(await page.evaluate(geometry, "tall"), before);
    await page.locator("#one").scrollIntoViewIfNeeded();
    await nextFrames(page);
    expect((await page.evaluate(geometry, "tall")).height).toBe(before.height);
  });
});

it.each(["light", "dark"] as const)(
  "looks as before, to the pixel, when it is %s",
  async (colorScheme) => {
    await onPage(
      browser,
      served.origin,
      async (page) => {
        const cell = page.locator("#book");
        const before = await cell.screenshot();
        await mount(page, "book");
        expect(await mostDifferent(browser, before, await cell.screenshot())).toBeLessThan(3);
      },
      { colorScheme },
    );
  },
);

it("puts the caret where the tap fell", async () => {
  await onPage(
    browser,
    served.origin,
    async (page) => {
      const at = await page
        .locator("#book .line")
        .nth(3)
        .evaluate((line) => {
          const text = document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode();
          const range = document.createRange();
          if (!text) throw new Error("the line is empty");
          range.setStart(text, 10);
          range.setEnd(text, 11);
          const { left, top, height } = range.getBoundingClientRect();
          return { x: left + 1, y: top + height / 2 };
        });
      await page.touchscreen.tap(at.x, at.y);
      await page.keyboard.type("✓");
      const text = await page.evaluate(() => globalThis.page.editor("book").text);
      const line = cells["book"]?.split("\n")[3] ?? "";
      expect(text.split("\n")[3]).toBe(`${line.slice(0, 10)}✓${line.slice(10)}`);
    },
    { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true },
  );
});
