import { button, element } from "../element.ts";
import { nameOf, solutionOf } from "../ids.ts";
import { tell } from "../page/notice.ts";
import type { Page } from "../page/page.ts";
import type { ModuleId } from "../types.ts";
import { digest } from "../version.ts";
import { changesOf } from "./changes.ts";
import { holdsShared } from "./hash.ts";
import { readShared, type SharedEdit } from "./link.ts";
import { type CarryWords, carryWords } from "./words.ts";

let open: Preview | undefined;

/** Shows what was shared beside the book's texts, runs nothing of it and keeps nothing of it until the visitor says so. */
export function openShared(page: Page, text: string): void {
  const shared = readShared(text);
  if ("wrong" in shared) {
    tell(carryWords(page.lang).shared.wrong[shared.wrong]);
    return;
  }
  open?.close();
  open = new Preview(page, shared.edits);
}

/** What a cell is called above its code. */
export const titleOf = ({ views }: Page, id: ModuleId): string =>
  views.get(id)?.section.querySelector(".cell-name")?.textContent ?? nameOf(id);

class Preview {
  readonly #page: Page;
  readonly #say: CarryWords["shared"];
  readonly #bar = element("section.shared-bar");
  /** What is still to be chosen, and where it is shown. */
  readonly #panels = new Map<SharedEdit, HTMLElement>();
  readonly #unknown: string[] = [];
  readonly #same: string[] = [];

  constructor(page: Page, edits: readonly SharedEdit[]) {
    this.#page = page;
    this.#say = carryWords(page.lang).shared;
    for (const edit of edits) {
      if (!page.views.has(edit.id)) this.#unknown.push(nameOf(edit.id));
      else if (page.sources.get(edit.id).text === edit.text)
        this.#same.push(titleOf(page, edit.id));
      else this.#show(edit);
    }
    this.#bar.ariaLabel = this.#say.title;
    this.#bar.tabIndex = -1;
    this.#draw();
    const head = page.root.querySelector(".chapter-head");
    if (head) head.after(this.#bar);
    else page.root.querySelector("main")?.prepend(this.#bar);
    this.#bar.scrollIntoView({ block: "center" });
    this.#bar.focus({ preventScroll: true });
  }

  /** As it was before: nothing of what is left is used. */
  close(): void {
    for (const panel of this.#panels.values()) panel.remove();
    this.#panels.clear();
    this.#end();
  }

  #end(): void {
    this.#bar.remove();
    if (holdsShared(location.hash))
      history.replaceState(history.state, "", location.pathname + location.search);
  }

  #isOwn = ({ id }: SharedEdit): boolean => this.#page.sources.isEdited(id);

  /** Names that lead to their cells. The address stays: it is where the shared texts are. */
  #links(edits: readonly SharedEdit[]): Node[] {
    return edits.flatMap((edit, i) => {
      const link = element("a", titleOf(this.#page, edit.id));
      link.href = `#${this.#page.views.get(edit.id)?.section.id}`;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        const panel = this.#panels.get(edit);
        panel?.scrollIntoView({ block: "center" });
        panel?.querySelector("summary")?.focus({ preventScroll: true });
      });
      return i > 0 ? [new Text(", "), link] : [link];
    });
  }

  #draw(): void {
    const say = this.#say;
    const left = [...this.#panels.keys()];
    const own = left.filter(this.#isOwn);
    const lines: Node[] = [element("h2", say.title)];
    if (left.length > 0)
      lines.push(
        element("p", say.changes(left.length), ...this.#links(left)),
        element("p", say.untouched),
      );
    const told = [
      own.length > 0 && say.own(own.map(({ id }) => titleOf(this.#page, id)).join(", ")),
      this.#same.length > 0 && say.same(this.#same.join(", ")),
      this.#unknown.length > 0 && say.unknown(this.#unknown.join(", ")),
      left.length === 0 && say.nothing,
    ];
    for (const one of told) if (one) lines.push(element("p", one));
    const useAll = button(say.useAll, () => this.#use(left.filter((one) => !this.#isOwn(one))));
    useAll.value = "yes";
    const no = button(left.length > 0 ? say.none : say.close, () => this.close());
    const choices = own.length < left.length ? [useAll, no] : [no];
    this.#bar.replaceChildren(...lines, element("p.shared-choices", ...choices));
  }

  /** Puts the shared text under the book's, or draws anew what is there. */
  #show(edit: SharedEdit): void {
    const say = this.#say;
    const { sources, views } = this.#page;
    const { source } = sources.get(edit.id).published;
    const { code, added, removed } = changesOf(source, edit.text);
    const isAnswer = solutionOf(edit.id) !== undefined;
    const summary = element("summary", isAnswer ? say.answer : say.lines(added, removed));
    const details = element("details", summary, code);
    // Who has yet to solve it can leave it closed.
    details.open = !isAnswer;
    const own = this.#isOwn(edit);
    const told = [own && say.ownHere, digest(source) !== edit.base && say.bookMoved];
    const panel = element(
      "div.cell-shared",
      element("p", element("strong", say.notYours), ` ${told.filter(Boolean).join(" ")}`),
      details,
      element(
        "p.shared-choices",
        button(own ? say.replace : say.use, () => {
          // The reader may have written here since it was drawn: then they are asked anew.
          if (own || !this.#isOwn(edit)) return this.#use([edit]);
          this.#show(edit);
          return this.#draw();
        }),
        button(say.leave, () => this.#remove([edit])),
      ),
    );
    panel.role = "group";
    panel.ariaLabel = `${titleOf(this.#page, edit.id)}: ${say.notYours}`;
    const before = this.#panels.get(edit);
    if (before) before.replaceWith(panel);
    else views.get(edit.id)?.section.querySelector(".cell-code")?.after(panel);
    this.#panels.set(edit, panel);
  }

  async #use(edits: readonly SharedEdit[]): Promise<void> {
    const { resets, sources, views, words } = this.#page;
    const before = edits.map(({ id }) => ({ id, text: sources.get(id).text }));
    for (const { id, text } of edits) await resets.show(id, text);
    this.#remove(edits);
    if (edits.length === 0) return;
    const names = edits.map(({ id }) => titleOf(this.#page, id)).join(", ");
    const run = () => {
      for (const { id, text } of before) void resets.show(id, text);
    };
    tell(this.#say.used(names), { label: words.undo, run });
    const [first] = edits;
    const section = first && views.get(first.id)?.section;
    section?.querySelector<HTMLElement>('[data-action="run"]')?.focus();
  }

  #remove(edits: readonly SharedEdit[]): void {
    for (const edit of edits) {
      this.#panels.get(edit)?.remove();
      this.#panels.delete(edit);
    }
    // A reader may have come to an own text in what is left.
    for (const edit of this.#panels.keys()) this.#show(edit);
    if (this.#panels.size === 0) this.#end();
    else this.#draw();
  }
}
