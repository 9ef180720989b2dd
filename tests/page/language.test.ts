import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { availableEngines, type Engine, openEngine } from "../engines/engine.ts";
import { bookInChromium, write } from "./acts.ts";

const site = bookInChromium();

const onPage = (act: (page: Page) => Promise<void>, options = {}) =>
  site.onPage("03-attention/", act, options);

const part = (page: Page, id: string, selector: string) => page.locator(`#${id} ${selector}`);
const text = (page: Page, id: string) =>
  part(page, id, ".cm-content").evaluate((content) =>
    [...content.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"),
  );
const fault = (page: Page, id: string) => part(page, id, ".cm-lintRange-error").first();
const tooltip = (page: Page, id: string) => part(page, id, ".cm-tooltip");

const loaded = (page: Page) =>
  page.evaluate(
    () =>
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => /runtime\/(language|declarations)/.test(name)).length,
  );

/** Machines are slow at times. */
const eventually = <T>(find: () => Promise<T>) => expect.poll(find, { timeout: 20_000 });

const wrong = 'import { e1 } from "./weights.ts";\nexport const n: string = e1;\nexport default n;';

describe("types in the editor", () => {
  it("are not loaded for reading, running or looking at the code, only at the first edit", () =>
    onPage(async (page) => {
      await page.mouse.wheel(0, 3000);
      await page.locator('#scores [data-action="run"]').click();
      await page.locator("#scores .cell-code").click({ position: { x: 120, y: 25 } });
      await part(page, "scores", ".cm-content").waitFor();
      await page.keyboard.press("ArrowRight");
      await page.waitForTimeout(500);
      expect(await loaded(page)).toBe(0);
      await page.keyboard.type(" ");
      await eventually(() => loaded(page)).toBeGreaterThan(0);
    }));

  it("underline what would go wrong, say it, and keep no cell from running", () =>
    onPage(async (page) => {
      await write(page, "will", wrong);
      await fault(page, "will").waitFor();
      await fault(page, "will").hover();
      await tooltip(page, "will").first().waitFor();
      await eventually(() => tooltip(page, "will").first().innerText()).toContain(
        "Type 'number' is not assignable to type 'string'. TS2322",
      );
      // The cell cuts off what stands out of it; the tooltip is above the page.
      const box = await tooltip(page, "will").first().boundingBox();
      const hit = await page.evaluate(
        ({ x, y }) => {
          const outer = document.elementFromPoint(x, y);
          return outer?.shadowRoot?.elementFromPoint(x, y)?.closest(".cm-tooltip") !== null;
        },
        { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + 8 },
      );
      expect(hit).toBe(true);
      await page.locator('#will [data-action="run"]').click();
      await eventually(() => page.locator("#will").getAttribute("data-state")).toBe("done");
    }));

  it("follow an edit of an earlier cell", () =>
    onPage(async (page) => {
      await write(page, "will", wrong.replace("string", "number"));
      await eventually(() => loaded(page)).toBe(2);
      await write(page, "weights", 'export const e1 = "one";');
      await fault(page, "will").waitFor();
    }));

  it("do not say twice what the run has said of a line", () =>
    onPage(async (page) => {
      await write(page, "will", "export default (1 +;");
      await fault(page, "will").waitFor();
      await page.locator('#will [data-action="run"]').click();
      await part(page, "will", ".cm-wrong-message").waitFor();
      await eventually(() => part(page, "will", ".cm-lintRange-error").count()).toBe(0);
    }));

  it("complete a name and bring its import along", () =>
    onPage(async (page) => {
      await write(page, "will", wrong);
      await fault(page, "will").waitFor();
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Delete");
      await page.keyboard.type("const m = layerN");
      const list = part(page, "will", ".cm-tooltip-autocomplete li").first();
      await list.waitFor();
      expect(await list.innerText()).toContain("layerNorm");
      await page.waitForTimeout(200);
      await page.keyboard.press("Enter");
      await eventually(() => text(page, "will")).toBe(
        'import { layerNorm } from "@humpty/model";\n\nconst m = layerNorm',
      );
      await page.keyboard.type("(");
      await eventually(() => part(page, "will", ".cm-card-code strong").innerText()).toContain(
        "Tensor",
      );
      await page.keyboard.press("Escape");
      await eventually(() => tooltip(page, "will").count()).toBe(0);
    }));

  it("go to the definition of an earlier cell and of a package, by key", () =>
    onPage(async (page) => {
      await write(page, "will", 'import { e1 } from "./weights.ts";\ne1;\nMath.max(e1);');
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Home");
      await page.keyboard.press("F12");
      await eventually(() =>
        part(page, "weights", ".cm-activeLine").first().textContent(),
      ).toContain("export const e1");
      const reference = page.context().waitForEvent("page");
      await part(page, "weights", ".cm-line")
        .filter({ hasText: "exp(u1)" })
        .getByText("exp", { exact: true })
        .click({ modifiers: ["Control"] });
      expect((await reference).url()).toMatch(/\/model\/numbers\/#exp$/);
    }));

  it("rename within a cell", () =>
    onPage(async (page) => {
      await write(page, "will", "const one = 1;\nexport default one + one;");
      await fault(page, "will").waitFor({ state: "detached" });
      await page.keyboard.press("Control+Home");
      for (let i = 0; i < 7; i++) await page.keyboard.press("ArrowRight");
      await page.keyboard.press("F2");
      await part(page, "will", ".cm-rename input").waitFor();
      await page.keyboard.type("1a");
      await page.keyboard.press("Enter");
      expect(await part(page, "will", ".cm-rename").innerText()).toContain("cannot be a name");
      await page.keyboard.press("Control+a");
      await page.keyboard.type("first");
      await page.keyboard.press("Enter");
      expect(await text(page, "will")).toBe("const first = 1;\nexport default first + first;");
      // The keyboard is the editor's again, and one undo takes all of it back.
      await page.keyboard.press("Control+z");
      expect(await text(page, "will")).toContain("const one = 1;\nexport default one + one;");
    }));

  it("are shown at the caret by key, and the next error is gone to", () =>
    onPage(async (page) => {
      await write(page, "will", wrong);
      // What is under the pointer would tell of itself as well.
      await page.mouse.move(1, 1);
      await fault(page, "will").waitFor();
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("F8");
      const told = () => tooltip(page, "will").allInnerTexts();
      const announced = () => part(page, "will", ".cm-announced").innerText();
      // At once: what is read out does not stay.
      await Promise.all([
        eventually(told).toEqual([expect.stringContaining("not assignable")]),
        eventually(announced).toContain("not assignable"),
      ]);
      await page.keyboard.press("Alt+h");
      await eventually(async () => (await told()).join("\n")).toContain("const n: string");
      await page.keyboard.press("Escape");
      await eventually(told).toEqual([]);
    }));

  it("are shown on a phone, on a cell's last line, with the shape of the last run", () =>
    onPage(
      async (page) => {
        const scores = "export const scores = tensor([[1, 2, 3]]);";
        await write(page, "will", `import { tensor } from "@humpty/model";\n${scores}\nscores`);
        await page.locator('#will [data-action="run"]').click();
        await eventually(() => page.locator("#will").getAttribute("data-state")).toBe("done");
        await part(page, "will", ".cm-content").focus();
        await page.keyboard.press("Alt+h");
        await eventually(() => tooltip(page, "will").innerText()).toContain(
          "[1, 3] in the last run",
        );
        await eventually(
          async () => (await tooltip(page, "will").boundingBox())?.y,
        ).toBeGreaterThan(0);
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    ));

  it("come back by themselves when what checks them has crashed", () =>
    onPage(async (page) => {
      await write(page, "will", wrong);
      await fault(page, "will").waitFor();
      const [worker] = page.workers().filter((one) => one.url().includes("language"));
      await worker?.evaluate(() => {
        setTimeout(() => {
          throw new Error("a crash");
        });
      });
      await page.locator(".notebook-notice").waitFor();
      expect(await page.locator(".notebook-notice").innerText()).toContain("started again");
      await page.keyboard.insertText("\nexport const m: string = 1;");
      await eventually(() => part(page, "will", ".cm-lintRange-error").count()).toBe(2);
    }));
});

/** What a reader does, by the page's own script: its policy allows no other. */
async function inEveryEngine(text: string): Promise<{ told: string; above: boolean }> {
  const until = async <T>(find: () => T | null | undefined): Promise<T> => {
    for (let i = 0; i < 1200; i++) {
      const found = find();
      if (found) return found;
      await new Promise((then) => setTimeout(then, 50));
    }
    throw new Error(`waited in vain: ${find}`);
  };
  await until(() => document.readyState === "complete");
  const cell = document.getElementById("will");
  cell?.scrollIntoView({ block: "center" });
  cell?.querySelector<HTMLElement>("pre.code")?.focus();
  const root = await until(() => cell?.querySelector(".cell-editor")?.shadowRoot);
  const content = await until(() => root.querySelector<HTMLElement>(".cm-content"));
  content.focus();
  document.execCommand("selectAll");
  document.execCommand("insertText", false, text);
  await until(() => root.querySelector(".cm-lintRange-error"));
  content.dispatchEvent(
    new KeyboardEvent("keydown", { key: "F8", keyCode: 119, bubbles: true, cancelable: true }),
  );
  const tooltip = await until(() => root.querySelector<HTMLElement>(".cm-tooltip"));
  await until(() => tooltip.getBoundingClientRect().top > 0);
  const { left, top } = tooltip.getBoundingClientRect();
  const above = root.elementFromPoint(left + 8, top + 8)?.closest(".cm-tooltip") === tooltip;
  return { told: tooltip.textContent ?? "", above };
}

describe.each(availableEngines().filter((name) => name !== "chromium"))("types in %s", (name) => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openEngine(name);
  });
  afterAll(() => engine?.close());

  it("are underlined and told where they are wrong", async () => {
    await engine.open(`${site.url}03-attention/`);
    const found = await engine.evaluate(inEveryEngine, "export const n: string = 1;");
    expect(found.told).toContain("Type 'number' is not assignable to type 'string'.");
    expect(found.above).toBe(true);
  });
});
