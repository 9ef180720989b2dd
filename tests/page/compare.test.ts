import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import * as acts from "./acts.ts";

const site = acts.bookInChromium();

const onPage = (act: (page: Page) => Promise<void>, path = "03-attention/") =>
  site.onPage(path, act);

/** What comes to be so on a busy machine. */
const soon = <T>(what: () => T) => expect.poll(what, { timeout: 20_000 });

const button = (page: Page, action: string) => page.locator(`#scores [data-action="${action}"]`);
const content = (page: Page) => page.locator("#scores .cell-code .cm-content");

/** The lines of the cell's own text, without those that are shown beside it. */
const lines = (page: Page): Promise<string[]> =>
  content(page).evaluate((element) =>
    [...element.querySelectorAll(".cm-line")].map((line) => line.textContent ?? ""),
  );

async function openEditor(page: Page): Promise<void> {
  await page.locator("#scores .cell-code").click({ position: { x: 120, y: 25 } });
  await content(page).waitFor();
}

const write = (page: Page, text: string) => acts.write(page, "scores", text);

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
      await soon(() => panel.locator("[role=status]").textContent()).toBe("2 pieces differ");
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
      await page.getByRole("menuitem").first().waitFor();
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
      await page.locator("#scores .cm-focused").waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await lines(page)).toEqual(book);
      expect(await panel.locator("[role=status]").textContent()).toBe("Nothing differs");
      await panel.getByRole("button", { name: "Done" }).click();
      await panel.waitFor({ state: "detached" });
    }));
});

const state = () => document.getElementById("scores")?.dataset["state"];

/** Runs a text of the cell, and waits until it has ended. */
async function run(page: Page, text: string, end: "done" | "failed"): Promise<void> {
  await write(page, text);
  await page.keyboard.press("Control+Enter");
  await soon(() => page.evaluate(state)).toBe(end);
}

/** Opens the sheet of earlier versions from the cell's menu. */
async function openEarlier(page: Page) {
  await button(page, "more").click();
  await page.getByRole("menuitem", { name: "Earlier versions" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.waitFor();
  return sheet;
}

const text = async (page: Page) => (await lines(page)).join("\n");

describe("going back", () => {
  it("undoes over a reload what was typed before it, and redoes it", () =>
    onPage(async (page) => {
      await openEditor(page);
      const book = await text(page);
      await write(page, "export default 'first';");
      await page.waitForTimeout(600);
      await write(page, "export default 'second';");
      // At once: what is kept is kept as the page is left.
      await page.reload();
      await content(page).waitFor();
      expect(await text(page)).toBe("export default 'second';");
      await content(page).focus();
      await page.keyboard.press("Control+z");
      expect(await text(page)).toBe("export default 'first';");
      await page.keyboard.press("Control+z");
      expect(await text(page)).toBe(book);
      await page.keyboard.press("Control+y");
      await page.waitForTimeout(600);
      await page.reload();
      await content(page).waitFor();
      await content(page).focus();
      await page.keyboard.press("Control+y");
      expect(await text(page)).toBe("export default 'second';");
    }));

  it("opens the saved text though what was kept to undo is spoilt", () =>
    onPage(async (page) => {
      await write(page, "export default 'mine';");
      await page.waitForTimeout(600);
      await page.evaluate(
        () =>
          new Promise((done) => {
            indexedDB.open("humpty-past").onsuccess = ({ target }) => {
              const database = (target as IDBOpenDBRequest).result;
              const spoiling = database.transaction("past", "readwrite");
              const changes = [{ changes: [[99, "never"]], selectionsAfter: [] }];
              spoiling.objectStore("past").put(
                {
                  doc: "export default 'mine';",
                  selection: { ranges: [{ anchor: 0, head: 0 }], main: 0 },
                  history: { done: changes, undone: [] },
                },
                "undo 03-attention/cells/scores.ts",
              );
              spoiling.oncomplete = done;
            };
          }),
      );
      await page.reload();
      await content(page).waitFor();
      expect(await text(page)).toBe("export default 'mine';");
      await content(page).focus();
      await page.keyboard.press("Control+z");
      expect(await text(page)).toBe("export default 'mine';");
    }));

  it("keeps the texts that were run, says how they ended, and takes one back", () =>
    onPage(async (page) => {
      await openEditor(page);
      const book = await text(page);
      await run(page, "export default 'one';", "done");
      await run(page, "throw new Error('two');", "failed");
      await run(page, "export default 'three';", "done");
      await page.reload();
      let sheet = await openEarlier(page);
      const rows = sheet.locator(".past-versions button");
      expect(await rows.allTextContents()).toEqual([
        expect.stringMatching(/ran in .*, as it is now$/),
        expect.stringMatching(/failed$/),
        expect.stringMatching(/ran in/),
      ]);
      // The newest that is not the present one is shown, with what it would change.
      expect(await rows.nth(1).getAttribute("aria-current")).toBe("true");
      expect(await sheet.locator(".cm-content").innerText()).toContain("Error('two')");
      expect(await sheet.locator(".cm-deletedChunk").textContent()).toContain("'three'");
      await rows.nth(2).click();
      await sheet.getByRole("button", { name: "Use this version" }).click();
      await sheet.waitFor({ state: "detached" });
      expect(await text(page)).toBe("export default 'one';");
      await content(page).focus();
      await page.keyboard.press("Control+z");
      expect(await text(page)).toBe("export default 'three';");
      // What was put back is among them as well, though it never ran.
      await write(page, "export default 'never run';");
      await button(page, "reset").click();
      await page.locator('.notebook-dialog button[value="yes"]').click();
      await soon(() => text(page)).toBe(book);
      sheet = await openEarlier(page);
      expect(await sheet.locator(".past-versions button").allTextContents()).toEqual([
        expect.stringMatching(/replaced$/),
        ...Array(3).fill(expect.anything()),
      ]);
    }));

  it("keeps them for the visit where the browser keeps nothing, and says so", async () => {
    const context = await site.browser.newContext();
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("denied", "SecurityError");
      };
    });
    const page = await context.newPage();
    await page.goto(`${site.url}03-attention/`);
    await run(page, "export default 'one';", "done");
    await run(page, "export default 'two';", "done");
    const sheet = await openEarlier(page);
    expect(await sheet.locator(".past-versions button").count()).toBe(2);
    expect(await sheet.textContent()).toContain("until you leave the page");
    await context.close();
  });
});

/** Gives the cell an edit of an older text of the book's, and opens the page anew. */
async function editOlder(page: Page, edit: { text: string; base: string }): Promise<void> {
  await page.evaluate(
    (kept) => localStorage.setItem("humpty:edit:03-attention/cells/scores.ts", kept),
    JSON.stringify({ ...edit, time: 1 }),
  );
  await page.reload();
  await content(page).waitFor();
}

describe("a newer text of the book's under an edit", () => {
  const notice = (page: Page) => page.locator("#scores .cell-outdated");
  /** The book's text, an older one of it that another line was in, and the reader's change of that. */
  async function texts(page: Page) {
    await openEditor(page);
    const book = await text(page);
    const base = book.replace("dot(k1, q3)", "dot(q3, k1)");
    return { book, base, mine: `${base}\n// mine` };
  }

  it("goes together with it where they changed other lines, and the reader may take both", () =>
    onPage(async (page) => {
      const { book, base, mine } = await texts(page);
      await editOlder(page, { base, text: mine });
      await notice(page).waitFor();
      expect(await text(page)).toBe(mine);
      expect(await notice(page).locator(".cm-content").innerText()).toContain("dot(k1, q3)");
      expect(await notice(page).locator("fieldset").count()).toBe(0);
      // The reader writes on: both changes are still taken.
      await content(page).focus();
      await page.keyboard.press("Control+End");
      await page.keyboard.insertText("!");
      await soon(() => notice(page).locator(".cm-content").innerText()).toContain("// mine!");
      await notice(page).getByRole("button", { name: "Take both changes" }).click();
      await notice(page).waitFor({ state: "detached" });
      expect(await text(page)).toBe(`${book}\n// mine!`);
      await page.reload();
      await content(page).waitFor();
      expect(await text(page)).toBe(`${book}\n// mine!`);
      expect(await notice(page).count()).toBe(0);
      await content(page).focus();
      await page.keyboard.press("Control+z");
      expect(await text(page)).toBe(`${mine}!`);
    }));

  it("lets the reader choose where both changed the same lines", () =>
    onPage(async (page) => {
      const { book, base, mine } = await texts(page);
      const clash = mine.replace("dot(q3, k1)", "7");
      await editOlder(page, { base, text: clash });
      const question = notice(page).locator("fieldset");
      expect(await question.locator("pre").allTextContents()).toEqual([
        expect.stringContaining("dot(q3, k1)"),
        expect.stringContaining("7"),
        expect.stringContaining("dot(k1, q3)"),
      ]);
      await question.getByRole("radio", { name: "the book’s now" }).check();
      await notice(page).getByRole("button", { name: "Take this text" }).click();
      await notice(page).waitFor({ state: "detached" });
      expect(await text(page)).toBe(`${book}\n// mine`);
      // What was given up is among the earlier versions.
      const sheet = await openEarlier(page);
      expect(await sheet.locator(".cm-content").innerText()).toContain("u1 = 7");
    }));

  it.each([
    ["Keep mine", "mine"],
    ["Take the book’s", "book"],
  ] as const)("%s: stays so over a reload", (choice, which) =>
    onPage(async (page) => {
      const all = await texts(page);
      await editOlder(page, { base: all.base, text: all.mine });
      await notice(page).getByRole("button", { name: choice }).click();
      await soon(() => text(page)).toBe(all[which]);
      await page.reload();
      await openEditor(page);
      expect(await text(page)).toBe(all[which]);
      expect(await notice(page).count()).toBe(0);
    }),
  );

  it("asks nothing where the reader had made the same change", () =>
    onPage(async (page) => {
      const { book, base } = await texts(page);
      await editOlder(page, { base, text: `${book}\n// mine` });
      await soon(() =>
        page.evaluate(() => localStorage.getItem("humpty:edit:03-attention/cells/scores.ts")),
      ).toContain(JSON.stringify(book));
      expect(await notice(page).count()).toBe(0);
    }));
});

describe("two tabs of a chapter", () => {
  it("show each other's edits", () =>
    onPage(async (page) => {
      await write(page, "export default 'from the first';");
      const other = await page.context().newPage();
      await other.goto(page.url());
      await content(other).waitFor();
      await soon(() => text(other)).toBe("export default 'from the first';");
      await content(other).focus();
      await other.keyboard.press("Control+End");
      await other.keyboard.type(" // and the second", { delay: 5 });
      const both = "export default 'from the first'; // and the second";
      await soon(() => text(page)).toBe(both);
      await page.reload();
      await content(page).waitFor();
      expect(await text(page)).toBe(both);
      expect(await text(other)).toBe(both);
    }));

  it("lose no letter of who types fast in one while the other looks on", () =>
    onPage(async (page) => {
      await write(page, "// ");
      const other = await page.context().newPage();
      await other.goto(page.url());
      await content(other).waitFor();
      // Who looks on keeps nothing: it could write an older text over a newer one.
      await other.evaluate(() => {
        const { setItem } = Storage.prototype;
        Storage.prototype.setItem = function (key, value) {
          if (key.startsWith("humpty:edit:")) document.body.dataset["stored"] = value;
          setItem.call(this, key, value);
        };
      });
      const typed = "abcdefghijklmnopqrstuvwxyz".repeat(4);
      await content(page).focus();
      await page.keyboard.press("Control+End");
      await page.keyboard.type(typed);
      expect(await text(page)).toBe(`// ${typed}`);
      await soon(() => text(other)).toBe(`// ${typed}`);
      expect(await text(page)).toBe(`// ${typed}`);
      expect(await other.locator("body").getAttribute("data-stored")).toBeNull();
    }));

  it("lose no text when both type at once: what gives way is among the earlier versions", () =>
    onPage(async (page) => {
      await openEditor(page);
      const other = await page.context().newPage();
      await other.goto(page.url());
      await openEditor(other);
      for (const one of [page, other]) {
        await content(one).focus();
        await one.keyboard.press("Control+a");
      }
      await Promise.all([
        page.keyboard.insertText("export default 'mine';"),
        other.keyboard.insertText("export default 'the other’s';"),
      ]);
      await soon(async () => (await text(page)) === (await text(other))).toBe(true);
      const sheet = await openEarlier(page);
      const shown = [await text(page), await sheet.locator(".cm-content").innerText()].join("\n");
      expect(shown).toContain("'mine'");
      expect(shown).toContain("'the other’s'");
    }));

  it("keep a text that a tab wrote over without knowing of it", () =>
    onPage(async (page) => {
      await write(page, "export default 'here';");
      // As another tab does, but unheard: a page hears no event of its own storing.
      await page.evaluate(() => {
        const key = "humpty:edit:03-attention/cells/scores.ts";
        const edit = JSON.parse(localStorage.getItem(key) ?? "{}");
        localStorage.setItem(key, JSON.stringify({ ...edit, text: "export default 'there';" }));
      });
      await page.keyboard.type(" // more");
      await soon(() => page.locator(".notebook-notice").first().textContent()).toContain(
        "changed in two tabs at once",
      );
      const sheet = await openEarlier(page);
      expect(await sheet.locator(".past-shown .cm-content").innerText()).toContain("'there'");
      expect(await text(page)).toBe("export default 'here'; // more");
    }));
});
