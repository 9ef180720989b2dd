import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, openPage } from "./browser.ts";
import { serveSite } from "./site.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serveSite()]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens the chapter afresh, does something, and expects that nothing went wrong on the page. */
async function onPage(act: (page: Page) => Promise<void>, path = "03-attention/"): Promise<void> {
  const { page, wrongs } = await openPage(browser, site.url + path);
  await act(page);
  // As in cells.test.ts: Chromium's own editing, where styled text is replaced.
  expect(wrongs.filter((wrong) => !wrong.startsWith("Applying inline style"))).toEqual([]);
  await page.context().close();
}

const button = (page: Page, action: string) => page.locator(`#scores [data-action="${action}"]`);
const content = (page: Page) => page.locator("#scores .cm-content");

/** The lines of the cell's own text, without those that are shown beside it. */
const lines = (page: Page): Promise<string[]> =>
  content(page).evaluate((element) =>
    [...element.querySelectorAll(".cm-line")].map((line) => line.textContent ?? ""),
  );

async function openEditor(page: Page): Promise<void> {
  await page.locator("#scores .cell-code").click({ position: { x: 120, y: 25 } });
  await content(page).waitFor();
}

/** Replaces the cell's text, as a reader would. */
async function write(page: Page, text: string): Promise<void> {
  await openEditor(page);
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

describe("comparing with the book's", () => {
  const changed = (book: string[]) => ["// mine", ...book.slice(0, -1), "export default 'mine';"];

  it("shows the book's lines beside the reader's, and puts back one piece at a time", () =>
    onPage(async (page) => {
      await openEditor(page);
      const book = await lines(page);
      expect(await button(page, "compare").isVisible()).toBe(false);
      await write(page, changed(book).join("\n"));
      await button(page, "compare").click();
      const panel = page.locator("#scores .cm-compare");
      await expect.poll(() => panel.locator("[role=status]").textContent()).toBe("2 pieces differ");
      expect(await button(page, "compare").getAttribute("aria-pressed")).toBe("true");
      expect(await page.locator("#scores .cm-deletedChunk").last().textContent()).toContain(
        book.at(-1),
      );
      // The reader writes on meanwhile.
      await content(page).focus();
      await page.keyboard.press("Control+Home");
      await page.keyboard.insertText("// more\n");
      await page.locator("#scores .cm-chunkButtons button").last().click();
      expect(await lines(page)).toEqual(["// more", "// mine", ...book]);
      expect(await panel.locator("[role=status]").textContent()).toBe("1 piece differs");
      // What was put back can be undone, and the same button ends the comparison.
      await content(page).focus();
      await page.keyboard.press("Control+z");
      expect(await lines(page)).toEqual(["// more", ...changed(book)]);
      await button(page, "compare").click();
      await panel.waitFor({ state: "detached" });
      expect(await page.locator("#scores .cm-deletedChunk").count()).toBe(0);
    }));

  it("goes from piece to piece and puts back by the keyboard alone", () =>
    onPage(async (page) => {
      await openEditor(page);
      const book = await lines(page);
      await write(page, changed(book).join("\n"));
      await page.locator("#scores [data-action=more]").focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
      const panel = page.locator("#scores .cm-compare");
      await panel.waitFor();
      await content(page).focus();
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("F7");
      await page.keyboard.insertText("!");
      expect((await lines(page)).at(-1)).toBe("!export default 'mine';");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await lines(page)).toEqual([...book.slice(0, -1), "!export default 'mine';"]);
      // The caret is in the code again: leave it, and put back the last piece.
      await page.keyboard.press("Escape");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await lines(page)).toEqual(book);
      expect(await panel.locator("[role=status]").textContent()).toBe("Nothing differs");
      await panel.getByRole("button", { name: "Done" }).click();
      await panel.waitFor({ state: "detached" });
    }));
});
