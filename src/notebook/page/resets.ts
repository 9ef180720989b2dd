import { nameOf, starterOf } from "../ids.ts";
import type { Past } from "../past/past.ts";
import type { ModuleId } from "../types.ts";
import type { CellView } from "./cell-view.ts";
import { ask } from "./dialog.ts";
import type { Notebook } from "./notebook.ts";
import { mention, tell } from "./notice.ts";
import type { Sources } from "./sources.ts";

import type { Words } from "./words.ts";

/** Puts the book's text back, after asking, and takes that back when the reader thinks better of it. */
export class Resets {
  readonly #page: {
    words: Words;
    sources: Sources;
    notebook: Notebook;
    views: ReadonlyMap<ModuleId, CellView>;
    past: Past;
  };

  constructor(page: {
    words: Words;
    sources: Sources;
    notebook: Notebook;
    views: ReadonlyMap<ModuleId, CellView>;
    past: Past;
  }) {
    this.#page = page;
  }

  async cell(id: ModuleId): Promise<void> {
    const { words } = this.#page;
    if (starterOf(id) !== undefined) {
      // Nothing is put back: the answer stays where it was written.
      const run = await this.revert(id);
      tell(words.booksHere(nameOf(id)), { label: words.undo, run });
      return;
    }
    if (!(await ask(words.resetCell(nameOf(id)), words.reset, words.cancel))) return;
    const undo = await this.revert(id);
    tell(words.wasReset(nameOf(id)), { label: words.undo, run: undo });
  }

  async chapter(): Promise<void> {
    const { words, views, sources } = this.#page;
    const ids = [...views.keys()].filter((id) => sources.isEdited(id));
    if (ids.length === 0) return mention(words.nothingToReset);
    if (!(await ask(words.resetChapter(ids.length), words.reset, words.cancel))) return;
    const undos = await Promise.all(ids.map((id) => this.revert(id)));
    const run = () => {
      for (const undo of undos) undo();
    };
    tell(words.chapterWasReset, { label: words.undo, run });
  }

  /** The book's text again; gives what takes that back. */
  async revert(id: ModuleId): Promise<() => void> {
    const { sources, notebook } = this.#page;
    const { text: mine, published } = sources.get(id);
    await this.show(id, published.source);
    void notebook.run([id]);
    return () => void this.show(id, mine).then(() => notebook.run([id]));
  }

  /** Makes a cell's text `text`, in its editor as well. */
  async show(id: ModuleId, text: string): Promise<void> {
    const { notebook, views, past, sources } = this.#page;
    const { text: mine } = sources.get(id);
    if (mine !== text) past.replaced(id, mine);
    notebook.edit(id, text);
    await views.get(id)?.setText(text);
  }

  /** Shows the text that another tab saved. */
  async showSaved(id: ModuleId): Promise<void> {
    const { notebook, views, past, sources } = this.#page;
    if (!sources.has(id)) return;
    const { text: mine } = sources.get(id);
    notebook.takeSaved(id);
    if (sources.get(id).text !== mine) past.replacedOutside(id, mine);
    // The other tab may also have settled what to do with the book's newer text.
    past.edited(id, sources.get(id).text);
    await views.get(id)?.setText(sources.get(id).text);
  }
}
