import { Compartment, type Extension } from "@codemirror/state";
import { ViewPlugin } from "@codemirror/view";
import type { Words } from "./phrases.ts";

/** Where fingers are the pointer: the signs that a phone's keyboard hides. */
export function symbols(words: Words["symbols"], onRun: () => void): Extension {
  if (!matchMedia("(pointer: coarse)").matches) return [];
  const place = new Compartment();
  const load = ViewPlugin.define((view) => {
    void import("./symbols-row.ts").then(({ symbolsRow }) =>
      view.dispatch({ effects: place.reconfigure(symbolsRow(words, onRun)) }),
    );
    return {};
  });
  return [place.of([]), load];
}
