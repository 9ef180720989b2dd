import { describe, expect, it } from "vitest";
import { toZip } from "../../src/display/kinds/files/zip.ts";
import { writeShared } from "../../src/notebook/carry/link.ts";
import { availableEngines } from "../engines/engine.ts";
import { bookInEngine } from "./reader.ts";

const scores = "03-attention/cells/scores.ts";
const shared = writeShared([{ id: scores, text: "export const u1 = 7;", base: "" }]);
/** A project that was taken away, as far as the way back looks at it. */
const zip = toZip(
  Object.entries({
    "humpty/humpty.json": JSON.stringify({
      ...{
        humpty: "project",
        version: 1,
        base: { [scores]: "1;", "03-attention/cells/keys.ts": "2;" },
      },
    }),
    [`humpty/chapters/${scores}`]: "export const u1 = 8;\n",
    "humpty/chapters/03-attention/cells/keys.ts": "3;\n",
  }).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
);

/** What each act begins with. */
const own = `
  const find = (selector) => document.querySelector(selector);
  const press = (within, label) =>
    [...document.querySelectorAll(within + " button")].find((one) => one.textContent === label).click();
  const kept = (id) => JSON.parse(localStorage.getItem("humpty:edit:03-attention/cells/" + id) ?? "{}").text;`;

describe.each(availableEngines())("what is carried from one browser to another, in %s", (name) => {
  const site = bookInEngine(name, own);
  const { open, act } = site;

  it("a link is shown, runs nothing, and is the visitor's own when they say so", async () => {
    await open(`03-attention/#${shared}`);
    const before = await act<unknown>(`
      await page.until(() => find(".shared-bar"));
      return [find("#scores .cell-shared ins").textContent, kept("scores.ts") ?? null, find("iframe")];`);
    expect(before).toEqual(["export const u1 = 7;", null, null]);
    const after = await act<unknown>(`
      press(".shared-bar", "Use these");
      await page.until(() => !find(".shared-bar"));
      return [kept("scores.ts"), location.hash];`);
    expect(after).toEqual(["export const u1 = 7;", ""]);
  });

  it("a zip is brought back beside what is there, which stays", async () => {
    await open("");
    const base64 = Buffer.from(zip).toString("base64");
    const after = await act<unknown>(`
      await page.until(() => document.readyState === "complete");
      const chosen = new DataTransfer();
      const bytes = Uint8Array.from(atob("${base64}"), (one) => one.charCodeAt(0));
      chosen.items.add(new File([bytes], "humpty.zip"));
      find(".copy-back input").files = chosen.files;
      find(".copy-back input").dispatchEvent(new Event("change", { bubbles: true }));
      await page.until(() => find(".notebook-sheet"));
      press(".notebook-sheet", "Bring back");
      await page.until(() => kept("keys.ts"));
      return [kept("keys.ts"), kept("scores.ts")];`);
    expect(after).toEqual(["3;", "export const u1 = 7;"]);
  });

  it("a damaged link says so", async () => {
    await open(`04-softmax/#${shared.slice(0, -5)}`);
    const said = await act<string>(`
      await page.until(() => find(".notebook-notice"));
      return find(".notebook-notice").textContent;`);
    expect(said).toContain("damaged");
  });
});
