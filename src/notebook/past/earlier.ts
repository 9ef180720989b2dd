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
  const shown = document.createElement("div");
  shown.className = "past-shown";
  const rows = versions.map((version) => {
    const row = document.createElement("button");
    row.type = "button";
    row.append(...tell(version, now, page, words));
    row.addEventListener("click", () => show(version, row));
    return row;
  });
  const list = document.createElement("ol");
  list.className = "past-versions";
  list.append(...rows.map((row) => wrap("li", row)));
  const about = versions.length > 0 ? words.whatIsKept(most.versions) : words.noneYet;
  const sheet = openSheet(
    `${words.earlier}: ${nameOf(id)}`,
    page.words,
    wrap("p", kept ? about : `${about} ${words.keptForNow}`),
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
    const said = wrap("p", text === now ? words.isNow : words.wouldChange);
    said.setAttribute("role", "status");
    const use = wrap("button", words.useVersion);
    use.className = "past-use";
    use.hidden = text === now;
    use.addEventListener("click", () => {
      sheet.close();
      void resets.show(id, text);
    });
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
  const when = wrap("span", ago(time, Date.now(), page.lang));
  when.title = new Date(time).toLocaleString(page.lang);
  const how = end === "done" ? page.words.done(milliseconds) : words.ends[end];
  return [when, wrap("small", text === now ? `${how}, ${words.asNow}` : how)];
}

function wrap<K extends keyof HTMLElementTagNameMap>(
  name: K,
  content: Node | string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.append(content);
  return made;
}
