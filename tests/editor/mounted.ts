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
