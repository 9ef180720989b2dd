import { Compartment, StateEffect } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Page } from "../page/page.ts";
import type { ModuleId } from "../types.ts";
import { comparing } from "./differing.ts";
import { wordsOf } from "./words.ts";

const place = new Compartment();
const views = new WeakSet<EditorView>();

/** Shows in a cell's editor how its text differs from the book's, or no longer. */
export async function toggleCompare(page: Page, id: ModuleId): Promise<void> {
  const cell = page.views.get(id);
  const editor = await cell?.openEditor();
  if (!cell || !editor) return;
  const { view } = editor;
  const done = () => {
    views.delete(view);
    view.dispatch({ effects: place.reconfigure([]) });
    cell.setPressed("compare", false);
  };
  if (views.has(view)) return done();
  const original = page.sources.get(id).published.source;
  const extension = comparing({ original, words: wordsOf(page.lang), onDone: done });
  const known = place.get(view.state) !== undefined;
  const effect = known
    ? place.reconfigure(extension)
    : StateEffect.appendConfig.of(place.of(extension));
  views.add(view);
  view.dispatch({ effects: effect });
  cell.setPressed("compare", true);
}
