import { Compartment, type Extension } from "@codemirror/state";
import { EditorView, runScopeHandlers } from "@codemirror/view";
import type { Types } from "./types.ts";

/**
 * Knowledge of types: loaded at the first edit, or when a key asks for it; at the first focus where it is at hand or the reader has edited
 * before.
 */
export function language(types: Types, lang: string): Extension {
  const place = new Compartment();
  let loading: Promise<void> | undefined;
  const load = (view: EditorView): Promise<void> => {
    loading ??= Promise.all([import("./typescript/typescript.ts"), types.load()])
      .then(([{ typescript }]) =>
        view.dispatch({ effects: place.reconfigure(typescript(view, types, lang)) }),
      )
      .catch(() => {
        loading = undefined;
      });
    return loading;
  };
  return place.of([
    EditorView.updateListener.of(({ view, docChanged }) => {
      if (docChanged && view.hasFocus) void load(view);
    }),
    EditorView.domEventHandlers({
      focus(_, view) {
        if (types.wanted()) void load(view);
      },
      keydown(event, view) {
        if (!asks(event)) return false;
        void load(view).then(() => runScopeHandlers(view, event, "editor"));
        return true;
      },
    }),
  ]);
}

/** Whether a key asks for something that only the language service knows. */
const asks = ({ key, code, ctrlKey, altKey }: KeyboardEvent): boolean =>
  /^(?:F2|F8|F12)$/.test(key) || (ctrlKey && key === " ") || (altKey && code === "KeyH");
