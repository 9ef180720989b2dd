import { insertBracket } from "@codemirror/autocomplete?brackets";
import { indentLess, indentMore, redo, undo } from "@codemirror/commands";
import type { Extension } from "@codemirror/state";
import { type Command, EditorView, ViewPlugin } from "@codemirror/view";
import type { Words } from "./phrases.ts";

/** What a phone's keyboard hides behind a second and a third page, in the order of how often TypeScript needs it. */
const signs = [
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  "=",
  "=>",
  ".",
  ",",
  ";",
  ":",
  '"',
  "`",
  "+",
  "-",
  "*",
  "/",
  "<",
  ">",
  "&",
  "|",
  "!",
  "?",
  "_",
];

/** Height of the row, in pixels. */
const high = 44;

/**
 * A row of signs over the keyboard while the code has the focus. It stands in the page, not in the editor: a cell contains its layout, and
 * nothing fixed to the window can live in it.
 */
export function symbolsRow(words: Words["symbols"], onRun: () => void): Extension {
  return [
    ViewPlugin.define((view) => {
      const row = makeRow(view, words, onRun);
      const show = () => {
        if (view.hasFocus) document.body.append(row);
        else row.remove();
        overKeyboard(row);
      };
      const place = () => overKeyboard(row);
      const { visualViewport } = window;
      for (const sign of ["resize", "scroll"] as const)
        visualViewport?.addEventListener(sign, place);
      show();
      return {
        update: (update) => void (update.focusChanged && show()),
        destroy() {
          row.remove();
          for (const sign of ["resize", "scroll"] as const)
            visualViewport?.removeEventListener(sign, place);
        },
      };
    }),
    // The caret is not to hide behind it. Not as a margin of the editor, whose last lines would then have no tooltips.
    EditorView.cursorScrollMargin.of({ x: 5, y: high + 5 }),
  ];
}

/** Some browsers lay the keyboard over the page without making the page smaller. */
function overKeyboard(row: HTMLElement): void {
  const seen = window.visualViewport;
  const hidden = seen ? document.documentElement.clientHeight - seen.height - seen.offsetTop : 0;
  row.style.insetBlockEnd = `${Math.max(0, hidden)}px`;
}

function makeRow(view: EditorView, words: Words["symbols"], onRun: () => void): HTMLElement {
  const row = document.createElement("div");
  row.className = "editor-symbols";
  row.setAttribute("role", "toolbar");
  row.ariaLabel = words.label;
  // The keyboard stays, and with it the focus of the code.
  row.addEventListener("pointerdown", (event) => event.preventDefault());
  const add = (text: string, label: string, act: () => unknown) => {
    const made = document.createElement("button");
    made.type = "button";
    made.tabIndex = -1;
    made.textContent = text;
    made.ariaLabel = label;
    made.addEventListener("click", () => {
      act();
      view.focus();
    });
    row.append(made);
  };
  const command = (one: Command) => () => one(view);
  add("▶", words.run, onRun);
  add("⇥", words.indent, command(indentMore));
  add("⇤", words.outdent, command(indentLess));
  for (const sign of signs) add(sign, sign, () => insert(view, sign));
  add("↶", words.undo, command(undo));
  add("↷", words.redo, command(redo));
  return row;
}

/** As if it was typed: brackets and quotes come in pairs, and what listens to typing hears it. */
function insert(view: EditorView, sign: string): void {
  const pair = insertBracket(view.state, sign);
  view.dispatch(pair ?? view.state.replaceSelection(sign), { userEvent: "input.type" });
}
