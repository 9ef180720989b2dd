import { typescriptLanguage } from "@codemirror/lang-javascript";
import { LanguageSupport, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { highlighter } from "../editor/editor.ts";
import { look } from "../editor/look.ts";
import { differing } from "./differing.ts";

export interface Difference {
  /** The text that `text` is compared with. */
  from: string;
  text: string;
  /** What a screen reader calls it. */
  label: string;
}

/** An element that shows a text to be read, and how it differs from another. */
export function differenceView({ from, text, label }: Difference): HTMLElement {
  const place = document.createElement("div");
  place.className = "past-difference";
  const root = place.attachShadow({ mode: "open" });
  new EditorView({
    root,
    parent: root,
    doc: text,
    extensions: [
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      // Who cannot point scrolls by the keys.
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
      lineNumbers(),
      new LanguageSupport(typescriptLanguage),
      syntaxHighlighting(highlighter),
      differing(from),
      look,
    ],
  });
  return place;
}
