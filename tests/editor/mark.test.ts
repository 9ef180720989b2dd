import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Served, serve } from "../engines/serve.ts";
import { launch } from "../page/browser.ts";
import { editorFiles } from "./files.ts";
import { onPage } from "./mounted.ts";

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([launch(), editorFiles().then((files) => serve(files))]);
});

afterAll(async () => {
  await browser.close();
  await served.close();
});

/** A page whose cell `book` has an error in line 8, from column 22. */
async function marked(act: (page: Page) => Promise<void>, path = "/"): Promise<void> {
  const wrongs = await onPage(browser, served.origin + path, async (page) => {
    await page.evaluate(() => {
      globalThis.page.mount("book", document.documentElement.lang.slice(0, 2));
      const message = "TypeError: Random is not a constructor";
      globalThis.page.editor("book").mark({ line: 8, column: 20, message });
    });
    await act(page);
  });
  expect(wrongs).toEqual([]);
}

const content = (page: Page) => page.locator("#book .cm-content");

it("marks the line, its number and the word of an error, with the message under it", () =>
  marked(async (page) => {
    expect(await page.locator(".cm-line.cm-wrong").innerText()).toContain("new Random(1)");
    expect(await page.locator(".cm-wrong-number").innerText()).toBe("8");
    expect(await page.locator(".cm-wrong-place").innerText()).toBe("Random");
    const line = await page.locator(".cm-line.cm-wrong").boundingBox();
    const message = await page.locator(".cm-wrong-message").boundingBox();
    expect(message?.y).toBeCloseTo((line?.y ?? 0) + (line?.height ?? 0), 0);
  }));

it("describes the editor by the message", () =>
  marked(async (page) => {
    const description = () =>
      content(page).evaluate((element) =>
        (element.getAttribute("aria-describedby") ?? "")
          .split(" ")
          .map((id) => (element.getRootNode() as ShadowRoot).getElementById(id)?.textContent),
      );
    expect(await description()).toEqual([
      "TypeError: Random is not a constructor",
      expect.stringContaining("Esc, then Tab, leaves"),
    ]);
    expect(await content(page).getAttribute("aria-invalid")).toBe("true");
    await page.evaluate(() => globalThis.page.editor("book").mark(undefined));
    expect(await description()).toEqual([expect.stringContaining("Esc, then Tab, leaves")]);
    expect(await content(page).getAttribute("aria-invalid")).toBe(null);
  }));

it("stays with its line while others change, and goes when its own does", () =>
  marked(async (page) => {
    await page.locator("#book .cm-line").first().click();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    expect(await page.locator(".cm-wrong-number").innerText()).toBe("9");
    await page.locator(".cm-line.cm-wrong").click();
    await page.keyboard.type(" ");
    expect(await page.locator(".cm-wrong, .cm-wrong-message, .cm-wrong-number").count()).toBe(0);
  }));

it("takes places that are not in the text", () =>
  marked(async (page) => {
    for (const [line, column] of [
      [0, 0],
      [999, 999],
      [3, 1],
      [8, 36],
    ] as const)
      await page.evaluate(
        ([line, column]) => globalThis.page.editor("book").mark({ line, column, message: "?" }),
        [line, column] as const,
      );
    expect(await page.locator(".cm-wrong-message").innerText()).toBe("?");
    await page.evaluate(() =>
      globalThis.page.editor("book").mark({ line: 1, column: 1, message: "?" }),
    );
    expect(await page.locator(".cm-wrong-place").innerText()).toBe("import");
  }));

it.each(["/", "/zh"])("has no fault that axe finds, on %s, with its search open", (path) =>
  marked(async (page) => {
    await content(page).click();
    await page.keyboard.press("Control+f");
    await page.locator(".cm-search").waitFor();
    await page.evaluate(readFileSync("node_modules/axe-core/axe.min.js", "utf8"));
    const faults = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run();
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
      );
    });
    expect(faults).toEqual([]);
  }, path),
);

it("speaks Chinese on a Chinese page, in its search too", () =>
  marked(async (page) => {
    await content(page).click();
    expect(await page.locator("#book .cm-hint").innerText()).toContain("离开");
    await page.keyboard.press("Control+f");
    const search = page.locator(".cm-search");
    await search.waitFor();
    const said = await search.evaluate((panel) =>
      [...panel.querySelectorAll("[placeholder], [aria-label]")]
        .map((one) => `${one.getAttribute("placeholder")} ${one.getAttribute("aria-label")}`)
        .concat(panel.textContent ?? "")
        .join(" "),
    );
    expect(said.replace(/null|×/g, "")).not.toMatch(/[a-z]/i);
  }, "/zh"));

it("tells how to run and to leave only while it has the keyboard, and moves nothing by it", () =>
  marked(async (page) => {
    const hint = page.locator("#book .cm-hint");
    expect(await hint.isVisible()).toBe(false);
    await content(page).focus();
    await expect.poll(() => hint.isVisible()).toBe(true);
    const [code, says] = [
      await page.locator("#book .cell-code").boundingBox(),
      await hint.boundingBox(),
    ];
    const last = await page.locator("#book .cm-line").last().boundingBox();
    expect(says?.y).toBeGreaterThanOrEqual((last?.y ?? 0) + (last?.height ?? 0));
    expect((says?.y ?? 0) + (says?.height ?? 0)).toBeLessThanOrEqual(
      (code?.y ?? 0) + (code?.height ?? 0),
    );
  }));
