import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openPage } from "../page/browser.ts";
import type { MountPage } from "./mount.ts";

declare global {
  var page: MountPage;
}

/** Opens the page afresh, does something, and expects that nothing went wrong on it: its policy was kept too. */
export async function onPage(
  browser: Browser,
  url: string,
  act: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<string[]> {
  const { page, wrongs } = await openPage(browser, url, options);
  try {
    await act(page);
  } finally {
    await page.context().close();
  }
  return wrongs;
}

export interface Geometry {
  /** Of the code's place, its next neighbor and the page. */
  height: number;
  next: number;
  page: number;
  /** How far the code can be scrolled sideways, and is. */
  wide: number;
  scrolled: number;
  /** By line number: its top and its first glyph's left and width; lines far from the window are not drawn. */
  lines: Record<number, { top: number; left: number; width: number; number: string }>;
}

/** Where all of a cell's code stands, static or in the editor. */
export function geometry(page: Page, id: string): Promise<Geometry> {
  return page.evaluate((id) => {
    const code = document.querySelector(`#${id} .cell-code`);
    if (!code) throw new Error(`there is no cell ${id}`);
    const root = code.querySelector(".cell-editor")?.shadowRoot;
    const scroller = root?.querySelector(".cm-scroller") ?? code.querySelector("pre");
    const box = code.getBoundingClientRect();
    const lines: Geometry["lines"] = {};
    for (const line of (root ?? code).querySelectorAll(root ? ".cm-line" : ".line")) {
      const { top } = line.getBoundingClientRect();
      const text = document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode();
      const glyph = document.createRange();
      if (text) {
        glyph.setStart(text, 0);
        glyph.setEnd(text, 1);
      }
      const { left, width } = glyph.getBoundingClientRect();
      const number = Math.round((top - box.top - 14) / line.getBoundingClientRect().height) + 1;
      lines[number] = { top, left, width, number: line.textContent ?? "" };
    }
    return {
      height: box.height,
      next: document.querySelector(`#${id} .cell-output`)?.getBoundingClientRect().top ?? 0,
      page: document.documentElement.scrollHeight,
      wide: scroller?.scrollWidth ?? 0,
      scrolled: scroller?.scrollLeft ?? 0,
      lines,
    };
  }, id);
}

/** The greatest difference of two pictures in one color of one pixel, of 255. */
export async function mostDifferent(browser: Browser, one: Buffer, other: Buffer): Promise<number> {
  const page = await browser.newPage();
  const urls = [one, other].map((image) => `data:image/png;base64,${image.toString("base64")}`);
  const most = await page.evaluate(async (urls) => {
    const [a, b] = await Promise.all(
      urls.map(async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
        canvas?.drawImage(image, 0, 0);
        return [...(canvas?.getImageData(0, 0, image.width, image.height).data ?? [])];
      }),
    );
    if (!a || a.length !== b?.length) return 255;
    return a.reduce((found, value, i) => Math.max(found, Math.abs(value - (b[i] ?? 0))), 0);
  }, urls);
  await page.close();
  return most;
}
