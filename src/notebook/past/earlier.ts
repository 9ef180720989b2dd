import { button, element } from "../element.ts";
import { nameOf } from "../ids.ts";
import { openSheet } from "../page/dialog.ts";
import type { Page } from "../page/page.ts";
import type { ModuleId } from "../types.ts";
import { ago } from "./ago.ts";
import { differenceView } from "./difference-view.ts";
import { most, type Version } from "./versions.ts";
import { type Words, wordsOf } from "./words.ts";

/** A sheet with a cell's earlier versions: what each of them would change, and a button that takes it. */
export async function showEarlier(page: Page, id: ModuleId): Promise<void> {
  const { past, sources, resets } = page;
  const words = wordsOf(page.lang);
  const { versions, kept } = await past.versions(id);
  const now = sources.get(id).text;
  const shown = element("div.past-shown");
  const rows = versions.map((version) => {
    const row = button("", () => show(version, row));
    row.append(...tell(version, now, page, words));
    return row;
  });
  const list = element("ol", ...rows.map((row) => element("li", row)));
  list.className = "past-versions";
  const about = versions.length > 0 ? words.whatIsKept(most.versions) : words.noneYet;
  const sheet = openSheet(
    words.earlier(nameOf(id)),
    page.words,
    element("p", kept ? about : `${about} ${words.keptForNow}`),
    list,
    shown,
  );
  const first = Math.max(
    0,
    versions.findIndex(({ text }) => text !== now),
  );
  rows[first]?.click();
  rows[first]?.focus();

  function show({ text }: Version, row: HTMLElement): void {
    for (const one of rows) one.ariaCurrent = String(one === row);
    const said = element("p", text === now ? words.isNow : words.wouldChange);
    said.setAttribute("role", "status");
    const use = button(words.useVersion, () => {
      sheet.close();
      void resets.show(id, text);
    });
    use.className = "past-use";
    use.hidden = text === now;
    const label = row.textContent ?? "";
    shown.replaceChildren(said, use, differenceView({ from: now, text, label }));
  }
}

/** When a version was, how it ended, and how long it is. */
function tell(
  { text, time, end, milliseconds }: Version,
  now: string,
  page: Page,
  words: Words,
): Node[] {
  const when = element("span", ago(time, Date.now(), page.lang));
  when.title = new Date(time).toLocaleString(page.lang);
  const how = end === "done" ? page.words.done(milliseconds) : words.ends[end];
  return [when, element("small", text === now ? `${how}, ${words.asNow}` : how)];
}
