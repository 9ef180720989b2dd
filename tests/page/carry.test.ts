import { readFileSync } from "node:fs";
import { unzipSync, zipSync } from "fflate";
import type { Download, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { writeShared } from "../../src/notebook/carry/link.ts";
import { digest } from "../../src/notebook/version.ts";
import { bookInChromium, write } from "./acts.ts";

/** What a reader shares, is shown of others', takes away and brings back. */

const site = bookInChromium();
const chapter = "03-attention/";
const onPage = (path: string, act: (page: Page) => Promise<void>) =>
  site.onPage(path, act, { acceptDownloads: true });

async function choose(page: Page, item: RegExp): Promise<void> {
  await page.locator('[data-chapter-action="more"]').click();
  await page.getByRole("menuitem", { name: item }).click();
}

/** The machine may be busy. */
const poll = <T>(get: () => Promise<T>) => expect.poll(get);
const button = (page: Page, name: RegExp) => page.getByRole("button", { name });
const bar = (page: Page) => page.locator(".shared-bar");
/** Waits for a notice with these words. */
const told = (page: Page, words: string) =>
  page.locator(".notebook-notice", { hasText: words }).first().waitFor({ timeout: 15_000 });
/** As the DOM has it: what is off the screen is not laid out, and has no inner text. */
const text = (page: Page, id: string) =>
  page.evaluate((cell) => {
    const code = document.querySelector(`#${cell} .cell-code`);
    const lines = code?.querySelector(".cell-editor")?.shadowRoot?.querySelectorAll(".cm-line");
    if (!lines) return code?.querySelector("pre")?.textContent ?? "";
    return [...lines].map((line) => line.textContent).join("\n");
  }, id);
const textKept = (page: Page, id: string): Promise<string> =>
  page.evaluate(
    (cell) =>
      JSON.parse(localStorage.getItem(`humpty:edit:03-attention/cells/${cell}.ts`) ?? "{}").text ??
      "",
    id,
  );
const stored = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("humpty:edit:")));

const linkTo = (cells: Record<string, string>, base = "") =>
  `${chapter}#${writeShared(
    Object.entries(cells).map(([name, cell]) => {
      const place = name.includes("/") ? name : `cells/${name}`;
      return { id: `03-attention/${place}.ts`, text: cell, base: digest(base) };
    }),
  )}`;

describe("a link with a reader's edits", () => {
  it("holds the cells that they tick, and an answer only when they say so", () =>
    onPage(chapter, async (page) => {
      await choose(page, /Share/);
      expect(await page.locator(".notebook-sheet").innerText()).toContain("not changed a cell");
      await page.keyboard.press("Escape");
      await write(page, "scores", "export default 'louder';");
      await write(page, "causal", "export const mask = 'secret';");
      await choose(page, /Share/);
      const link = () => page.locator(".share-link").inputValue();
      const both = page.locator(".share-tick");
      expect(await both.allTextContents()).toEqual([
        " scores.ts",
        expect.stringContaining("gives away your answer"),
      ]);
      expect(await both.nth(1).locator("input").isChecked()).toBe(false);
      const without = await link();
      expect(without).toBe(
        await page.evaluate(() => document.querySelector<HTMLInputElement>(".share-link")?.value),
      );
      await both.nth(1).locator("input").check();
      expect(await link()).not.toBe(without);
      await both.nth(1).locator("input").uncheck();
      await both.nth(0).locator("input").uncheck();
      expect(await page.locator(".share-link").count()).toBe(0);
      await onPage(without.slice(site.url.length), async (other) => {
        await bar(other).waitFor();
        expect(await bar(other).innerText()).toContain("scores.ts");
        expect(await bar(other).innerText()).not.toContain("Mend the mask");
      });
    }));

  it("is copied", () =>
    onPage(chapter, async (page) => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await write(page, "scores", "export default 'louder';");
      await choose(page, /Share/);
      await button(page, /Copy the link/).click();
      await told(page, "copied");
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).toBe(await page.locator(".share-link").inputValue());
    }));

  it("is a file where it would be too long, and is opened from it", () =>
    onPage(chapter, async (page) => {
      const noise = Array.from({ length: 3000 }, (_, i) => digest(String(i))).join("");
      await write(page, "scores", `export default "${noise}";`);
      await choose(page, /Share/);
      await expect
        .poll(() => page.locator(".notebook-sheet").innerText())
        .toMatch(/Too long for a link: [\d,]+ letters/);
      expect(await page.locator(".share-link").count()).toBe(0);
      const saving = page.waitForEvent("download");
      await button(page, /Save as a file/).click();
      const file = await saving;
      expect(file.suggestedFilename()).toBe("humpty-03-attention-edits.txt");
      const buffer = readFileSync(await file.path());
      await onPage(chapter, async (other) => {
        const give = async (content: Buffer) => {
          await choose(other, /Share/);
          const sent = { name: "edits.txt", mimeType: "text/plain", buffer: content };
          await other.locator(".share-received input").setInputFiles(sent);
        };
        await give(buffer.subarray(0, 5000));
        await told(other, "damaged");
        await give(Buffer.from([0, 159, 146, 150]));
        await give(buffer);
        await bar(other).waitFor();
        expect(await stored(other)).toEqual([]);
        await button(other, /Use these/).click();
        // The editor draws a part of so much: it is all there that is kept.
        await poll(() => textKept(other, "scores").then((one) => one.includes(noise))).toBe(true);
      });
    }));
});

describe("a visitor who opens such a link", () => {
  const link = () => linkTo({ scores: "export const u1 = 7;", weights: "throw 1;" });

  it("sees what it changes; nothing runs, and nothing is stored, until they say so", () =>
    onPage(link(), async (page) => {
      await bar(page).waitFor();
      expect(await bar(page).innerText()).toContain("Changes to 2 cells: scores.ts, weights.ts");
      const panel = page.locator("#scores .cell-shared");
      expect(await panel.textContent()).toContain("Shared, not yours.");
      expect(await panel.locator("ins").allTextContents()).toEqual(["export const u1 = 7;"]);
      expect(await panel.locator("del").count()).toBeGreaterThan(3);
      expect(await text(page, "scores")).toContain("dot(k1, q3)");
      expect(await page.locator("iframe").count()).toBe(0);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
      // The address keeps them: a reload shows them again.
      await page.reload();
      await bar(page).waitFor();
      await button(page, /Use these/).click();
      await poll(() => text(page, "scores")).toContain("u1 = 7");
      await poll(() => page.locator("#scores").getAttribute("data-state")).toBe("edited");
      expect((await stored(page)).sort()).toEqual([
        "humpty:edit:03-attention/cells/scores.ts",
        "humpty:edit:03-attention/cells/weights.ts",
      ]);
      await poll(() => page.locator(".shared-bar, .cell-shared").count()).toBe(0);
      expect(page.url()).toBe(site.url + chapter);
      await button(page, /Undo/).click();
      await poll(() => text(page, "scores")).toContain("dot(k1, q3)");
      await poll(() => stored(page)).toEqual([]);
    }));

  it("takes one and leaves another out, or wants none of it", () =>
    onPage(link(), async (page) => {
      await page.locator("#weights").getByRole("button", { name: /Leave/ }).click();
      expect(await bar(page).innerText()).toContain("A change to scores.ts");
      await page
        .locator("#scores")
        .getByRole("button", { name: /Use this/ })
        .click();
      await poll(() => stored(page)).toEqual(["humpty:edit:03-attention/cells/scores.ts"]);
      await poll(() => bar(page).count()).toBe(0);
      // The same link again, on the open page: what they have is no change.
      await page.evaluate((hash) => {
        location.hash = hash;
      }, new URL(link(), site.url).hash);
      await bar(page).waitFor();
      expect(await bar(page).innerText()).toMatch(/A change to weights\.ts.*already: scores\.ts/s);
      await button(page, /No thanks/).click();
      await poll(() => page.locator(".shared-bar, .cell-shared").count()).toBe(0);
      expect(page.url()).toBe(site.url + chapter);
      expect(await stored(page)).toEqual(["humpty:edit:03-attention/cells/scores.ts"]);
    }));

  it("keeps a text of their own, also one that they write while they look", () =>
    onPage(chapter, async (page) => {
      await write(page, "scores", "export const mine = 1;");
      await page.goto(site.url + link());
      await bar(page).waitFor();
      expect(await bar(page).innerText()).toContain("text of your own in scores.ts");
      await write(page, "weights", "export const late = 2;");
      await button(page, /Use these/).click();
      expect(await text(page, "weights")).toBe("export const late = 2;");
      expect(await text(page, "scores")).toBe("export const mine = 1;");
      await poll(() => bar(page).innerText()).toContain("own in scores.ts, weights.ts");
      const replace = page.locator("#scores").getByRole("button", { name: /place of mine/ });
      await replace.click();
      await poll(() => text(page, "scores")).toContain("u1 = 7");
      await button(page, /Undo/).click();
      await poll(() => text(page, "scores")).toBe("export const mine = 1;");
      await poll(() => bar(page).innerText()).toContain("A change to weights.ts");
    }));

  it("is asked again where they wrote after a change was shown", () =>
    onPage(link(), async (page) => {
      await bar(page).waitFor();
      await write(page, "scores", "export const late = 2;");
      await page
        .locator("#scores")
        .getByRole("button", { name: /Use this/ })
        .click();
      await poll(() => page.locator("#scores .cell-shared").innerText()).toContain("place of mine");
      expect(await text(page, "scores")).toBe("export const late = 2;");
    }));

  it("does not see an answer unless they open it, and hears what the book has not or has anew", () =>
    onPage(
      linkTo({
        "exercises/causal/starter": "export const mask = 'secret';",
        "no-such-cell": "1;",
        weights: "export const w = 1;",
      }),
      async (page) => {
        await bar(page).waitFor();
        expect(await bar(page).innerText()).toContain("no such cell: no-such-cell.ts");
        const answer = page.locator("#causal .cell-shared");
        expect(await answer.textContent()).toContain("somebody’s answer");
        expect(await answer.locator("ins").first().isVisible()).toBe(false);
        expect(await page.locator("#weights .cell-shared").textContent()).toContain(
          "has changed since",
        );
      },
    ));

  it("hears that a link is damaged, and nothing of it is used", () =>
    onPage(link().slice(0, -9), async (page) => {
      await told(page, "damaged");
      expect(await bar(page).count()).toBe(0);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    }));

  it("is shown markup as the text that it is", () =>
    onPage(linkTo({ scores: '"<img src=x onerror=alert(1)>" </code><script>' }), async (page) => {
      await bar(page).waitFor();
      const shown = await page.locator("#scores .cell-shared ins").allTextContents();
      expect(shown).toEqual(['"<img src=x onerror=alert(1)>" </code><script>']);
      expect(await page.locator("#scores .cell-shared :is(img, script)").count()).toBe(0);
    }));
});

describe("what a reader takes away", () => {
  const bytesOf = async (saved: Download) => new Uint8Array(readFileSync(await saved.path()));
  const back = (page: Page, name: string, bytes: Uint8Array) =>
    page.locator(".copy-back input").setInputFiles({
      ...{ name, mimeType: "application/octet-stream" },
      buffer: Buffer.from(bytes),
    });
  const saved = async (page: Page, act: () => Promise<void>) => {
    const saving = page.waitForEvent("download");
    await act();
    return saving;
  };

  it("is the chapter as a project, and comes back on another machine with what was changed in it there", () =>
    onPage(chapter, async (page) => {
      await write(page, "scores", "export default 'mine';");
      const file = await saved(page, () => choose(page, /Download this chapter/));
      expect(file.suggestedFilename()).toBe("humpty-03-attention.zip");
      const files = unzipSync(await bytesOf(file));
      const at = (path: string) => `humpty-03-attention/${path}`;
      const read = (path: string) => new TextDecoder().decode(files[at(path)]);
      expect(read("chapters/03-attention/cells/scores.ts")).toBe("export default 'mine';\n");
      expect(JSON.parse(read("package.json")).scripts.test).toBe("node test.mjs");
      files[at("chapters/03-attention/cells/keys.ts")] = Buffer.from("export const there = 1;\r\n");
      await onPage("", async (other) => {
        await back(other, "humpty.zip", zipSync(files));
        await told(other, "Brought back:");
        expect((await stored(other)).sort()).toEqual([
          "humpty:edit:03-attention/cells/keys.ts",
          "humpty:edit:03-attention/cells/scores.ts",
        ]);
        await other.goto(site.url + chapter);
        await poll(() => text(other, "scores")).toBe("export default 'mine';");
        await poll(() => text(other, "keys")).toBe("export const there = 1;");
      });
    }));

  it("is the whole book, from the front page too", () =>
    onPage("", async (page) => {
      const file = await saved(page, () => button(page, /Download the whole book/).click());
      const names = Object.keys(unzipSync(await bytesOf(file)));
      expect(file.suggestedFilename()).toBe("humpty.zip");
      expect(names).toContain("humpty/chapters/10-together/cells/assembled.ts");
      expect(names).toContain("humpty/packages/model/gpt.ts");
      expect(await page.locator("iframe").count()).toBe(0);
    }));

  it("is a backup, which is joined to what is there: the reader chooses where both have a text", () =>
    onPage(chapter, async (page) => {
      await write(page, "scores", "export default 'first machine';");
      await write(page, "weights", "export default 'only there';");
      await page.evaluate(() =>
        localStorage.setItem("humpty:progress:05-residual", '{"read":["x"],"ran":[],"solved":[]}'),
      );
      await page.goto(site.url);
      const file = await saved(page, () => button(page, /Save a backup/).click());
      expect(file.suggestedFilename()).toMatch(/^humpty-backup-\d{4}-\d\d-\d\d\.json$/);
      const bytes = await bytesOf(file);
      await onPage(chapter, async (other) => {
        await write(other, "scores", "export default 'second machine';");
        await other.goto(site.url);
        await back(other, "backup.json", bytes);
        const sheet = other.locator(".notebook-sheet");
        await sheet.waitFor();
        expect(await sheet.innerText()).toContain("03-attention/cells/scores.ts: take the file’s");
        await sheet.getByRole("button", { name: /Cancel/ }).click();
        expect(await stored(other)).toEqual(["humpty:edit:03-attention/cells/scores.ts"]);
        await back(other, "backup.json", bytes);
        await sheet.getByRole("button", { name: /Bring back/ }).click();
        await told(other, "Brought back: weights.ts.");
        expect(await textKept(other, "scores")).toContain("second machine");
        expect(
          await other.evaluate(() => localStorage.getItem("humpty:progress:05-residual")),
        ).toBe('{"read":["x"],"ran":[],"solved":[]}');
        await back(other, "backup.json", bytes);
        await sheet.locator("input").check();
        await sheet.getByRole("button", { name: /Bring back/ }).click();
        await told(other, "Brought back: scores.ts.");
        expect(await textKept(other, "scores")).toContain("first machine");
        await button(other, /Undo/).last().click();
        await poll(() => textKept(other, "scores")).toContain("second machine");
        // The one that was not chosen can be had again in its cell.
        await other.goto(site.url + chapter);
        await other.locator("#scores [data-action='more']").click();
        await other.getByRole("menuitem", { name: /Earlier versions/ }).click();
        await poll(() => other.locator(".notebook-sheet").innerText()).toMatch(
          /ago\s+replaced, as it is now.*ago\s+replaced/s,
        );
      });
    }));

  it("comes back to an open editor of the front page", () =>
    onPage("", async (page) => {
      await write(page, "who-asks", "export default 'front';");
      const file = await saved(page, () => button(page, /Save a backup/).click());
      const bytes = await bytesOf(file);
      await write(page, "who-asks", "export default 'later';");
      await back(page, "backup.json", bytes);
      await page.locator(".notebook-sheet input").check();
      await page
        .locator(".notebook-sheet")
        .getByRole("button", { name: /Bring back/ })
        .click();
      await poll(() => text(page, "who-asks")).toBe("export default 'front';");
    }));

  it("is told where a file is none of this book's, or damaged, and nothing is changed", () =>
    onPage("", async (page) => {
      await back(page, "picture.png", Buffer.from("a picture"));
      await told(page, "picture.png: this is neither");
      await back(page, "half.zip", zipSync({ "humpty.json": Buffer.from("{}") }).subarray(0, 40));
      await told(page, "half.zip: this file is damaged");
      await back(page, "sent.txt", Buffer.from(new URL(linkTo({ scores: "1" }), site.url).hash));
      await told(page, "what somebody shared of one chapter");
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    }));
});
