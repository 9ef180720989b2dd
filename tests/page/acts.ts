import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { launch, openPage } from "./browser.ts";
import { serveSite } from "./site.ts";

/** Pages on which a reader wrote in a cell. */
const written = new WeakSet<Page>();

/** The built book and Chromium, for the tests of a file. */
export function bookInChromium() {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), serveSite()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return {
    get browser() {
      return browser;
    },
    /** The address of the front page. */
    get url() {
      return site.url;
    },
    /** Opens a page as somebody who was never here, does something, and expects that nothing went wrong on it. */
    async onPage(
      path: string,
      act: (page: Page) => Promise<void>,
      options: BrowserContextOptions = {},
    ): Promise<void> {
      const { page, wrongs } = await openPage(browser, site.url + path, options);
      await act(page);
      // Where a reader replaces styled text, Chromium's own editing tries a style attribute; the policy rightly refuses it.
      const edited = written.has(page) || (await page.locator(".cell-editor").count()) > 0;
      const ours = wrongs.filter((wrong) => !edited || !wrong.startsWith("Applying inline style"));
      expect(ours).toEqual([]);
      await page.context().close();
    },
  };
}

// What a reader does with a cell, and what it tells them.

export const state = (page: Page, id: string) => page.locator(`#${id}`).getAttribute("data-state");
export const told = (page: Page, id: string) => page.locator(`#${id} .cell-state`).textContent();
export const button = (page: Page, id: string, action: string) =>
  page.locator(`#${id} [data-action="${action}"]`);

export async function until(
  page: Page,
  id: string,
  wanted: string,
  patience = 15_000,
): Promise<void> {
  await expect.poll(() => state(page, id), { timeout: patience }).toBe(wanted);
}

/** Replaces a cell's text, as a reader would: a tap into the code, select all, type. */
export async function write(page: Page, id: string, text: string): Promise<void> {
  await page.locator(`#${id} .cell-code`).click({ position: { x: 120, y: 25 } });
  await page.locator(`#${id} .cell-code .cm-content`).waitFor();
  written.add(page);
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}
