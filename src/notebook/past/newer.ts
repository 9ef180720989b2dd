import { button, element } from "../element.ts";
import type { Page } from "../page/page.ts";
import type { ModuleId } from "../types.ts";
import { differenceView } from "./difference-view.ts";
import { type Conflict, isConflict, join, merge, type Piece } from "./merge.ts";
import { type Words, wordsOf } from "./words.ts";

type Side = "mine" | "book";

/**
 * Tells above a cell's code that the book's text has changed under the reader's edit, and shows what both changes come to. Where they changed the same
 * lines, the reader chooses. It follows what they type, and is gone when they have chosen.
 */
export function showNewer(page: Page, id: ModuleId): void {
  const { store, sources, resets, past, views } = page;
  const section = views.get(id)?.section;
  const book = sources.get(id).published.source;
  const words = wordsOf(page.lang);
  const notice = element("div.cell-outdated");
  section?.querySelector(".cell-code")?.before(notice);
  past.watch(id, draw);
  draw();

  function draw(): void {
    const edit = store.edit(id);
    const pieces = edit && edit.base !== book ? merge(edit.base, edit.text, book) : [];
    if (!edit || pieces.length === 0) close();
    // The reader has made the same change: there is nothing to choose.
    else if (!pieces.some(isConflict) && join(pieces, []) === edit.text) settle(edit.text);
    else notice.replaceChildren(...content({ ...edit, book, pieces, words, take }));
  }

  async function take(text: string): Promise<void> {
    section?.querySelector<HTMLElement>('[data-action="run"]')?.focus();
    await resets.show(id, text);
    settle(text);
  }

  function settle(text: string): void {
    store.setEdit(id, text, book);
    close();
  }

  function close(): void {
    past.watch(id, undefined);
    notice.remove();
  }
}

interface Newer {
  base: string;
  text: string;
  book: string;
  pieces: readonly Piece[];
  words: Words;
  take(text: string): void;
}

function content({ base, text, book, pieces, words, take }: Newer): Node[] {
  const conflicts = pieces.filter(isConflict);
  const sides: Side[] = conflicts.map(() => "mine");
  const merged = () => join(pieces, sides);
  const shown = element("div");
  const show = () =>
    shown.replaceChildren(differenceView({ from: text, text: merged(), label: words.together }));
  show();
  const questions = conflicts.map((conflict, i) =>
    question(conflict, `${i + 1} / ${conflicts.length}`, words, (side) => {
      sides[i] = side;
      show();
    }),
  );
  return [
    element("p", words.newer),
    element("p", conflicts.length > 0 ? words.clash : words.clean),
    ...questions,
    shown,
    changes(words.booksChange, base, book),
    changes(words.yourChange, base, text),
    button(conflicts.length > 0 ? words.takeChosen : words.takeBoth, () => take(merged())),
    button(words.keepMine, () => take(text)),
    button(words.takeBooks, () => take(book)),
  ];
}

let questionCount = 0;

/** The three texts of a piece, of which the reader's or the book's is chosen. */
function question(
  conflict: Conflict,
  number: string,
  words: Words,
  choose: (side: Side) => void,
): HTMLElement {
  const name = `past-question-${questionCount++}`;
  const option = (side: Side, label: string) => {
    const radio = element("input");
    Object.assign(radio, { type: "radio", name, checked: side === "mine" });
    radio.addEventListener("change", () => choose(side));
    return element("div", element("label", radio, ` ${label}`), code(conflict[side], words));
  };
  const field = element("fieldset", element("legend", `${words.sameLines} ${number}`));
  field.className = "past-question";
  field.append(
    element("div", element("span", words.asItWas), code(conflict.base, words)),
    option("mine", words.yours),
    option("book", words.books),
  );
  return field;
}

const code = (lines: readonly string[], words: Words): HTMLElement =>
  lines.length > 0 ? element("pre", lines.join("\n")) : element("pre", element("em", words.gone));

/** A difference that is shown when it is asked for. */
function changes(label: string, from: string, text: string): HTMLElement {
  const details = element("details", element("summary", label));
  details.addEventListener("toggle", () => details.append(differenceView({ from, text, label })), {
    once: true,
  });
  return details;
}
