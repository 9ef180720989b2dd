import type { Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import type { Types } from "../types.ts";
import { tellOfCaret } from "./hover.ts";
import type { Words } from "./words.ts";

/** To where a name is from, by F12 or by a click with Ctrl or Cmd held. */
export function definition(types: Types, words: Words): Extension {
  const go = async (view: EditorView, at: number): Promise<void> => {
    const found = await types.ask("definition", at);
    if (found && "module" in found && found.module === types.id) {
      view.dispatch({
        selection: { anchor: found.from, head: found.to },
        scrollIntoView: true,
      });
    } else if (!found || !(await types.go(found))) {
      // What has no page says what it is.
      view.dispatch({ selection: { anchor: at } });
      await tellOfCaret(view, types, words);
    }
  };
  return [
    keymap.of([
      {
        key: "F12",
        run(view) {
          void go(view, view.state.selection.main.head);
          return true;
        },
      },
    ]),
    EditorView.domEventHandlers({
      mousedown(event, view) {
        if (event.button !== 0 || !(event.ctrlKey || event.metaKey) || event.shiftKey) return false;
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (at !== null) void go(view, at);
        return at !== null;
      },
    }),
  ];
}
