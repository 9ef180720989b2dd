import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { bookInChromium, button, state, told, until, write } from "./acts.ts";

const site = bookInChromium();

const onPage = (act: (page: Page) => Promise<void>, path = "03-attention/") =>
  site.onPage(path, act);

describe("a cell that is stopped", () => {
  it("shows what it had shown, and not an earlier result", () =>
    onPage(async (page) => {
      const output = page.locator("#scores .cell-output");
      await write(page, "scores", "export default 'before';");
      await button(page, "scores", "run").click();
      await until(page, "scores", "done");
      await write(
        page,
        "scores",
        'import { show } from "@humpty/display";\nshow("so far");\nfor (;;);',
      );
      await button(page, "scores", "run").click();
      await expect.poll(() => output.innerText()).toBe("so far");
      await button(page, "scores", "stop").click();
      await until(page, "scores", "stopped");
      expect(await output.innerText()).toBe("so far");
    }));
});

describe("what a cell keeps", () => {
  it("was trained by the build, and is the reader's own when they train it here, over a reload", () =>
    onPage(async (page) => {
      const box = page.locator("#trained input[type=checkbox]");
      await button(page, "trained", "run").click();
      await until(page, "trained", "done");
      const drawn = await page.locator("#trained .d-line").textContent();
      const fetched = await page.evaluate(
        () =>
          performance.getEntriesByType("resource").filter(({ name }) => /kept/.test(name)).length,
      );
      expect(fetched).toBe(1);
      const seen = page.waitForSelector("#trained progress");
      await box.check();
      await seen;
      await until(page, "trained", "done", 60_000);
      // The same bits, wherever it was trained.
      expect(await page.locator("#trained .d-line").textContent()).toBe(drawn);
      await page.reload();
      // Whether it ever tells of progress: what is loaded has none.
      await page.evaluate(() => {
        const section = document.getElementById("trained");
        new MutationObserver(() => {
          if (section?.querySelector("progress")) section.classList.add("trained-again");
        }).observe(section as Node, { childList: true, subtree: true });
      });
      const again = () => page.locator("#trained.trained-again").count();
      await button(page, "trained", "run").click();
      await until(page, "trained", "done");
      expect(await again()).toBe(0);
      expect(await page.locator("#trained .d-line").textContent()).toBe(drawn);
      // What the browser threw away is missed aloud, and made again.
      await page.evaluate(
        () =>
          new Promise((done) => {
            indexedDB.open("humpty").onsuccess = ({ target }) => {
              const database = (target as IDBOpenDBRequest).result;
              const clearing = database.transaction("kept", "readwrite");
              clearing.objectStore("kept").clear();
              clearing.oncomplete = done;
            };
          }),
      );
      await button(page, "trained", "run").click();
      await expect.poll(again).toBe(1);
      expect(await page.locator(".notebook-notices").textContent()).toContain("thrown away");
      await button(page, "trained", "stop").click();
      // Put back, it is the book's again, and at once.
      await box.uncheck();
      await until(page, "trained", "done", 5_000);
      expect(await page.evaluate(() => localStorage.length)).toBeLessThan(2);
    }, "10-together/"));
});

describe("a cell on the page", () => {
  it("runs at a press of Run, and shows what the build showed", () =>
    onPage(async (page) => {
      const before = await page.locator("#scores .cell-output").textContent();
      await button(page, "scores", "run").click();
      await until(page, "scores", "done");
      expect(await page.locator("#scores .cell-output").textContent()).toBe(before);
    }));

  it("opens its editor at a tap without a jump, and takes what is typed", () =>
    onPage(async (page) => {
      const lines = () =>
        page.evaluate(() => {
          const cell = document.querySelector("#scores .cell-code");
          const shadow = cell?.querySelector(".cell-editor")?.shadowRoot;
          const of = shadow
            ? [...shadow.querySelectorAll(".cm-line")]
            : [...(cell?.querySelectorAll(".line") ?? [])];
          const glyph = (line: Element) => {
            const range = document.createRange();
            range.selectNodeContents(line);
            const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            const text = walker.nextNode();
            if (text) range.selectNode(text);
            return text ? range.getBoundingClientRect().left : -1;
          };
          return of.map((line) => ({
            // Within the cell: a click may scroll the page to it.
            top: line.getBoundingClientRect().top - (cell?.getBoundingClientRect().top ?? 0),
            left: glyph(line),
          }));
        });
      await page.locator("#scores").scrollIntoViewIfNeeded();
      const before = await lines();
      await page.locator("#scores .cell-code").click({ position: { x: 120, y: 25 } });
      await page.locator("#scores .cm-content").waitFor();
      const after = await lines();
      expect(after.length).toBe(before.length);
      for (const [i, line] of after.entries()) {
        expect(
          Math.abs(line.top - (before[i]?.top ?? 0)),
          `top of line ${i + 1}`,
        ).toBeLessThanOrEqual(1);
        if (line.left >= 0)
          expect(
            Math.abs(line.left - (before[i]?.left ?? 0)),
            `left of line ${i + 1}`,
          ).toBeLessThanOrEqual(1);
      }
      await write(page, "scores", "export default 6 * 7;");
      expect(await told(page, "scores")).toBe("edited, not run yet");
      await page.keyboard.press("Control+Enter");
      await until(page, "scores", "done");
      expect(await page.locator("#scores .cell-output").textContent()).toBe("42");
    }));

  it("leaves the editor by Escape and Tab", () =>
    onPage(async (page) => {
      await page.locator("#scores .cell-code").click({ position: { x: 120, y: 25 } });
      await page.locator("#scores .cm-content").waitFor();
      const inside = () =>
        page.evaluate(() => document.activeElement?.closest("#scores .cell-code") !== null);
      await page.keyboard.press("Tab");
      expect(await inside()).toBe(true);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Tab");
      expect(await inside()).toBe(false);
    }));

  it("marks the line of an error, and links from a later cell to the cell that it came from", () =>
    onPage(async (page) => {
      await write(
        page,
        "scores",
        'export const u1 = 1;\nexport const u2 = 2;\nexport const u3 = 3;\nthrow new Error("off the wall");',
      );
      await button(page, "scores", "run").click();
      await until(page, "scores", "failed");
      expect(await page.locator("#scores .result-error").textContent()).toContain("off the wall");
      expect(await page.locator("#scores .cm-line.cm-wrong").textContent()).toContain(
        "throw new Error",
      );
      expect(await told(page, "weights")).toContain("scores.ts");
      await button(page, "weights", "run").click();
      await until(page, "weights", "failed");
      await page.locator("#weights .result-place").click();
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest("#scores") !== null))
        .toBe(true);
    }));

  it.each([
    ["enum Egg { Whole }\nexport default 1;", "const Egg = { Whole: 0 } as const"],
    ['import { x } from "./score.ts";\nexport default x;', "there is no cell"],
    ['import { x } from "lodash";\nexport default x;', "@humpty/model"],
    ["export default (1 +", "ends too early"],
  ])("says in the reader's words what is wrong with %s", (text, message) =>
    onPage(async (page) => {
      await write(page, "scores", text);
      await button(page, "scores", "run").click();
      await until(page, "scores", "failed");
      expect(await page.locator("#scores .result-error").textContent()).toContain(message);
    }),
  );

  it("stops an endless loop at once, and keeps the text and the other cells' results", () =>
    onPage(async (page) => {
      await button(page, "keys", "run").click();
      await until(page, "keys", "done");
      const text = "while (true) {}\nexport default 1;";
      await write(page, "scores", text);
      await button(page, "scores", "run").click();
      await until(page, "scores", "running");
      await button(page, "scores", "stop").click();
      await until(page, "scores", "stopped");
      expect(await page.locator("#scores .cm-content").textContent()).toContain("while (true)");
      expect(await state(page, "keys")).toBe("done");
      await write(page, "scores", "export default 5;");
      await button(page, "scores", "run").click();
      await until(page, "scores", "done");
    }));

  it("keeps an edit over a reload, says that it was not run, and marks what uses it", () =>
    onPage(async (page) => {
      const original = await page
        .locator("#keys .code")
        .evaluate((code) =>
          [...code.querySelectorAll(".line")].map((line) => line.textContent).join("\n"),
        );
      await write(page, "keys", `${original}\nexport const more = 1;`);
      await page.reload();
      await page.locator("#keys .cm-content").waitFor();
      expect(await page.locator("#keys .cm-content").textContent()).toContain(
        "export const more = 1;",
      );
      expect(await told(page, "keys")).toBe("edited, not run yet");
      expect(await state(page, "scores")).toBe("stale");
      expect(await told(page, "scores")).toContain("keys.ts");
      expect(await page.locator("#scores .cell-uses").textContent()).toContain(
        "uses your edited keys.ts",
      );
      await button(page, "keys", "run").click();
      await until(page, "scores", "done");
    }));

  it("asks before it puts the book's text back, and can undo that", () =>
    onPage(async (page) => {
      await write(page, "scores", "export default 1;");
      await button(page, "scores", "reset").click();
      await page.locator('.notebook-dialog button[value="no"]').click();
      expect(await page.locator("#scores .cm-content").textContent()).toBe("export default 1;");
      await button(page, "scores", "reset").click();
      await page.locator('.notebook-dialog button[value="yes"]').click();
      await expect
        .poll(() => page.locator("#scores .cm-content").textContent())
        .toContain("dot(k1, q3)");
      await page.locator(".notebook-notice button").first().click();
      await expect
        .poll(() => page.locator("#scores .cm-content").textContent())
        .toBe("export default 1;");
    }));

  it("puts the whole chapter back, after asking", () =>
    onPage(async (page) => {
      await write(page, "scores", "export default 1;");
      await write(page, "weights", "export default 2;");
      await page.locator('[data-chapter-action="reset"]').click();
      expect(await page.locator(".notebook-dialog").textContent()).toContain("2 changed");
      await page.locator('.notebook-dialog button[value="yes"]').click();
      await expect
        .poll(() => page.locator("#weights .cm-content").textContent())
        .toContain("@humpty");
      await page.reload();
      expect(await state(page, "scores")).toBe("published");
    }));

  it("says that a browser without storage keeps nothing, and still runs", async () => {
    const context = await site.browser.newContext();
    await context.addInitScript(() =>
      Object.defineProperty(globalThis, "localStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      }),
    );
    const page = await context.newPage();
    await page.goto(`${site.url}03-attention/`);
    await write(page, "scores", "export default 'kept in this tab';");
    expect(await page.locator(".notebook-notice").textContent()).toContain(
      "does not let the page store",
    );
    await button(page, "scores", "run").click();
    await until(page, "scores", "done");
    await context.close();
  });
});

describe("controls", () => {
  it("re-run their cell as they move, and keep their place over a reload", () =>
    onPage(async (page) => {
      const slider = page.locator(".cell-output input[type=range]").first();
      const id = (await slider.evaluate((element) => element.closest(".cell")?.id)) ?? "";
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await until(page, id, "done");
      const moved = await slider.inputValue();
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => slider.inputValue()).not.toBe(moved);
      const last = await slider.inputValue();
      await page.waitForTimeout(300);
      const shown = await page.locator(`#${id} .cell-output`).textContent();
      await page.reload();
      await until(page, id, "done");
      await expect
        .poll(() => page.locator(`#${id} input[type=range]`).first().inputValue())
        .toBe(last);
      await expect.poll(() => page.locator(`#${id} .cell-output`).textContent()).toBe(shown);
    }));
});

describe("exercises", () => {
  it("say what is wrong, and when it is solved", () =>
    onPage(async (page) => {
      await button(page, "causal", "run").click();
      await until(page, "causal", "done");
      expect(await page.locator("#causal .verdict").textContent()).toMatch(/^Not yet\. ./);
      const frame = page.locator(".exercise-frame", { has: page.locator("#causal") });
      await frame.locator(".solution summary").click();
      const solution = await frame.locator(".solution .code").innerText();
      await write(page, "causal", solution);
      await button(page, "causal", "run").click();
      await expect.poll(() => page.locator("#causal .verdict").textContent()).toContain("Solved.");
    }));
});

describe("numbers", () => {
  it("explain themselves on the page as published, and lead on to their operands", () =>
    onPage(async (page) => {
      const number = page.locator(".d-tensor.explains td:not(.corner):visible").first();
      await number.click();
      const panel = page.locator(".d-explanation").first();
      await panel.waitFor();
      expect(await panel.textContent()).toMatch(/\[\d+, \d+\]/);
      const operand = panel.locator(".d-explanation-sum button").first();
      const name = await operand.textContent();
      await operand.click();
      await expect.poll(() => panel.locator("[aria-current]").textContent()).toBe(name);
    }));
});

describe("a reader's answer", () => {
  const chapter = "10-together/";
  const starter = "06-norm/exercises/own-norm/starter.ts";
  const answer = (body: string) =>
    `import type { Tensor } from "@humpty/model";
export const layerNorm = (x: Tensor, w: Tensor, b: Tensor, eps: number): Tensor => ${body};`;
  const keep = (page: Page, text: string) =>
    page.evaluate(
      ([key, edit]) => localStorage.setItem(key as string, edit as string),
      [`humpty:edit:${starter}`, JSON.stringify({ text, base: "", time: 1 })],
    );
  const right = answer(
    "x.sub(x.mean(-1, true)).div(x.sub(x.mean(-1, true)).mul(x.sub(x.mean(-1, true))).mean(-1, true).add(eps).sqrt()).mul(w).add(b)",
  );
  /** What `equal` shows as the distance between the two models. */
  const apart = async (page: Page) =>
    Number(await page.locator('data[data-name="scoresApart"]').first().getAttribute("value"));

  it("becomes a piece of the last chapter's GPT, in the place of the book's", () =>
    onPage(async (page) => {
      // A little off, as only this answer is: near enough to be taken for right.
      await keep(page, right.replace(".mul(w)", ".mul(w).mul(1.00001)"));
      await page.reload();
      const published = await apart(page);
      await button(page, "equal", "run").click();
      await until(page, "equal", "done", 30_000);
      expect(await page.locator("#equal .cell-uses").textContent()).toContain("own-norm");
      expect(await apart(page)).toBeGreaterThan(2 * published);
      expect(await apart(page)).toBeLessThan(1e-3);
    }, chapter));

  it("gives way to the book's where the reader wants that, over a reload, and stays as it is", () =>
    onPage(async (page) => {
      await keep(page, right);
      await page.reload();
      await button(page, "pieces", "run").click();
      await until(page, "pieces", "done");
      const uses = page.locator("#pieces .cell-uses");
      await uses.getByRole("button").click();
      await uses.waitFor({ state: "detached" });
      await page.reload();
      await button(page, "pieces", "run").click();
      await until(page, "pieces", "done");
      expect(await uses.count()).toBe(0);
      expect(
        await page.evaluate((key) => localStorage.getItem(key), `humpty:edit:${starter}`),
      ).toContain("mean");
      // In its chapter, a change to the answer brings it back.
      await page.goto(`${site.url}06-norm/`);
      await write(page, "own-norm", `${right}\n`);
      await page.goto(`${site.url}${chapter}`);
      await button(page, "pieces", "run").click();
      await until(page, "pieces", "done");
      expect(await uses.textContent()).toContain("own-norm");
    }, chapter));

  it("that is no TypeScript yet is told with its line, and the book's can stand in", () =>
    onPage(async (page) => {
      await keep(page, "export const a = 1;\nexport function layerNorm( {");
      await page.reload();
      await button(page, "pieces", "run").click();
      await until(page, "pieces", "failed");
      expect(await page.locator("#pieces .cell-output").textContent()).toMatch(
        /line 2 of own-norm/,
      );
      await page.locator("#pieces .cell-uses button").click();
      await button(page, "pieces", "run").click();
      await until(page, "pieces", "done");
    }, chapter));

  it("that is wrong is named there, with its chapter, and the book's can stand in", () =>
    onPage(async (page) => {
      await keep(page, answer("x.mul(w).add(b)"));
      await page.reload();
      await button(page, "pieces", "run").click();
      await until(page, "pieces", "failed");
      const output = page.locator("#pieces .cell-output");
      expect(await output.textContent()).toContain("chapter 06, own-norm: your layerNorm is up to");
      await page.locator("#pieces input[type=checkbox]").check();
      await until(page, "pieces", "done");
      expect(await output.textContent()).toContain("the book's");
      // Mended in another tab, it is in use again.
      const other = await page.context().newPage();
      await other.goto(page.url());
      await keep(other, right);
      await expect.poll(() => state(page, "pieces")).toBe("stale");
      await keep(other, answer("x.mul(w).add(b)"));
      await other.close();
      // And in its own chapter, the answer is as it was.
      const kept = await page.evaluate(
        (key) => localStorage.getItem(key),
        `humpty:edit:${starter}`,
      );
      expect(kept).toContain("x.mul(w)");
    }, chapter));
});
