import type { ModuleId } from "../types.ts";
import type { CellView } from "./cell-view.ts";
import type { Words } from "./words.ts";

/** Shows the book's newer text above the reader's edit of an older one, and lets the reader choose. */
export function outdatedNotice(
  view: CellView,
  words: Words,
  choose: { keep(id: ModuleId): void; take(id: ModuleId): unknown },
): void {
  const code = view.section.querySelector(".cell-code");
  const books = view.section.querySelector(".cell-code > pre")?.cloneNode(true);
  if (!code || !(books instanceof HTMLElement)) return;
  books.hidden = false;
  books.removeAttribute("tabindex");
  const notice = document.createElement("div");
  notice.className = "cell-outdated";
  const text = document.createElement("p");
  text.textContent = words.outdated;
  notice.append(text, books);
  for (const [label, act] of [
    [words.keepMine, () => choose.keep(view.id)],
    [words.takeBooks, () => choose.take(view.id)],
  ] as const) {
    const button = document.createElement("button");
    button.textContent = label;
    button.addEventListener("click", () => {
      notice.remove();
      act();
    });
    notice.append(button);
  }
  code.before(notice);
}
