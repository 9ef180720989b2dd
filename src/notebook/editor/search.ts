import { Compartment, type Extension } from "@codemirror/state";
import { type EditorView, keymap } from "@codemirror/view";

/** Search and replace, loaded when it is first asked for. */
export function search(): Extension {
  const place = new Compartment();
  const load = (view: EditorView): boolean => {
    void open(view, place);
    return true;
  };
  return place.of(keymap.of([{ key: "Mod-f", run: load }]));
}

async function open(view: EditorView, place: Compartment): Promise<void> {
  const { openSearchPanel, search, searchKeymap } = await import("@codemirror/search");
  view.dispatch({ effects: place.reconfigure([search({ top: true }), keymap.of(searchKeymap)]) });
  openSearchPanel(view);
}
