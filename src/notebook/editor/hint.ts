import { simplifySelection } from "@codemirror/commands";
import type { Extension } from "@codemirror/state";
import { EditorView, keymap, ViewPlugin } from "@codemirror/view";
import type { Words } from "./phrases.ts";

/** How long after Escape a Tab still leaves, in milliseconds. */
const patience = 10_000;

/** What describes the editor to a screen reader: an element of its shadow root. */
export const hintId = "hint";

/** Says how to run and how to leave. Tab indents, so that Escape must come before a Tab that leaves. */
export function hint(words: Words): Extension {
  const element = document.createElement("div");
  element.id = hintId;
  element.className = "cm-hint";
  element.setAttribute("role", "status");
  const say = (text: string) => {
    if (element.textContent !== text) element.textContent = text;
  };
  say(words.hint);
  return [
    ViewPlugin.define((view) => {
      view.dom.append(element);
      return { destroy: () => element.remove() };
    }),
    keymap.of([
      {
        key: "Escape",
        run(view) {
          simplifySelection(view);
          view.setTabFocusMode(patience);
          say(words.leave);
          return true;
        },
      },
    ]),
    EditorView.domEventObservers({
      keydown: ({ key }) => (key === "Escape" ? undefined : say(words.hint)),
      blur: () => say(words.hint),
    }),
  ];
}
