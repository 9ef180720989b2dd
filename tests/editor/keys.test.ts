import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { availableEngines, type Engine, openEngine } from "../engines/engine.ts";
import { type Served, serve } from "../engines/serve.ts";
import { editorFiles } from "./files.ts";
import { expectSame, geometry } from "./geometry.ts";

let served: Served;

beforeAll(async () => {
  served = await serve(await editorFiles());
});
afterAll(() => served.close());

describe.each(availableEngines())("in %s", (name) => {
  let engine: Engine;
  const text = (id = "one") => engine.evaluate((id) => page.editor(id).text, id);
  /** Where the keyboard is: in the editor, in its search, or on what comes before or after. */
  const inside = () =>
    engine.evaluate(() => document.activeElement?.closest(".cell-editor") !== null);
  const openPage = async () => {
    await engine.open(served.origin);
    await expect.poll(() => engine.evaluate(() => "page" in globalThis)).toBe(true);
  };
  const open = async (id = "one") => {
    await openPage();
    await engine.evaluate((id) => {
      page.mount(id);
      page.editor(id).focus(1);
    }, id);
  };

  beforeAll(async () => {
    engine = await openEngine(name);
  });
  afterAll(() => engine.close());

  const settled = () => engine.evaluate(() => new Promise((done) => setTimeout(done, 100)));

  it.each(["book", "chinese", "wide"])("nothing of the cell %s moves", async (id) => {
    await openPage();
    await engine.evaluate((id) => document.querySelector(`#${id}`)?.scrollIntoView(), id);
    await settled();
    const before = await engine.evaluate(geometry, id);
    await engine.evaluate((id) => page.mount(id), id);
    expectSame(await engine.evaluate(geometry, id), before);
    await engine.evaluate((id) => page.editor(id).focus(), id);
    await settled();
    expectSame(await engine.evaluate(geometry, id), before);
  });

  it("takes what is typed, tells it, and closes brackets", async () => {
    await open();
    await engine.press("End");
    await engine.type("f(");
    expect(await text()).toBe("export default 1;f()");
    expect(await engine.evaluate(() => page.changes)).toEqual([
      "export default 1;f",
      "export default 1;f()",
    ]);
  });

  it("indents with Tab, and a block by itself", async () => {
    await open();
    await engine.press("Tab");
    expect(await text()).toBe("  export default 1;");
    expect(await inside()).toBe(true);
    await engine.press("End");
    await engine.type("{");
    await engine.press("Enter");
    await engine.type("x");
    expect(await text()).toMatch(/\n {2,}x\n *\}$/);
  });

  it("lets Tab leave after Escape, and says so", async () => {
    await open();
    const hint = () =>
      engine.evaluate(
        () =>
          document.querySelector(".cell-editor")?.shadowRoot?.querySelector("#hint")?.textContent,
      );
    const before = await hint();
    expect(before).toMatch(/Esc, then Tab, leaves/);
    await engine.press("Escape");
    expect(await hint()).toBe("Tab now leaves the editor");
    await engine.press("Tab");
    expect(await inside()).toBe(false);
    expect(await text()).toBe("export default 1;");
    expect(await hint()).toBe(before);
  });

  it("takes another key after Escape as a change of mind", async () => {
    await open();
    await engine.press("Escape");
    await engine.press("ArrowRight");
    await engine.press("Tab");
    expect(await inside()).toBe(true);
    expect(await text()).not.toBe("export default 1;");
  });

  it("runs with Control and Enter, and with Shift all", async () => {
    await open();
    await engine.press("Control+Enter");
    await engine.press("Control+Shift+Enter");
    expect(await engine.evaluate(() => page.runs)).toEqual(["one", "all"]);
    expect(await text()).toBe("export default 1;");
  });

  it("takes back a text that was put in from outside, and puts it in again", async () => {
    await open();
    await engine.evaluate(() => page.editor("one").setText("export default 2;"));
    await engine.evaluate(() => page.editor("one").setText("export default 3;"));
    await engine.press("Control+z");
    expect(await text()).toBe("export default 2;");
    await engine.press("Control+z");
    expect(await text()).toBe("export default 1;");
    await engine.press("Control+y");
    expect(await text()).toBe("export default 2;");
  });

  it("keeps the caret where a text that comes from outside is the same", async () => {
    await open();
    await engine.press("End");
    await engine.evaluate(() => page.editor("one").setText("const x = 1;\nexport default x;"));
    await engine.type("!");
    expect(await text()).toBe("const x = 1;\nexport default x;!");
  });

  it("finds, from when it is first asked to, and gives the keyboard back", async () => {
    await open("book");
    await engine.press("Control+f");
    const found = () =>
      engine.evaluate(
        () =>
          document.querySelector(".cell-editor")?.shadowRoot?.querySelectorAll(".cm-searchMatch")
            .length,
      );
    await expect
      .poll(() =>
        engine.evaluate(
          () => document.querySelector(".cell-editor")?.shadowRoot?.activeElement?.tagName,
        ),
      )
      .toBe("INPUT");
    await engine.type("optimizer");
    await expect.poll(found).toBe(3);
    await engine.press("Enter");
    await engine.press("Escape");
    expect(await found()).toBe(0);
    // The match is still selected: what is typed takes its place.
    await engine.type("x");
    expect(await text("book")).toContain("const x = new Adam");
  });
});
