import { EditorState, type Extension } from "@codemirror/state";
import { type EditorView, tooltips } from "@codemirror/view";
import type { Types } from "../types.ts";
import { completion } from "./completion.ts";
import { definition } from "./definition.ts";
import { faults } from "./faults.ts";
import { hover } from "./hover.ts";
import { look } from "./look.ts";
import { rename } from "./rename.ts";
import { signature } from "./signature.ts";
import { tips } from "./tips.ts";
import { wordsOf } from "./words.ts";

/** What an editor can do that knows the types of its code. */
export function typescript(view: EditorView, types: Types, lang: string): Extension {
  const words = wordsOf(lang);
  return [
    tooltips({ parent: layerOver(view) }),
    EditorState.phrases.of(words.codemirror),
    tips,
    completion(types, words),
    faults(types, words),
    hover(types, words),
    signature(types, words),
    definition(types, words),
    rename(types, words),
    look,
  ];
}

/** A place for tooltips above the whole page: a cell cuts off what stands out of it. */
function layerOver(view: EditorView): HTMLElement {
  const layer = document.createElement("div");
  layer.popover = "manual";
  Object.assign(layer.style, {
    ...{ inset: "0 auto auto 0", margin: "0", padding: "0", border: "0" },
    ...{ overflow: "visible", background: "none", color: "inherit" },
  });
  view.dom.parentNode?.append(layer);
  layer.showPopover();
  return layer;
}
