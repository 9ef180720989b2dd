import type { Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { element } from "../../element.ts";
import { nameOf } from "../../ids.ts";
import type { Renaming } from "../../language/answers.ts";
import type { Types } from "../types.ts";
import { hideTip, showTip } from "./tips.ts";
import type { Words } from "./words.ts";

/** A new name for what stands at the caret, everywhere in its cell, by F2. */
export function rename(types: Types, words: Words): Extension {
  const ask = async (view: EditorView): Promise<void> => {
    const { doc, selection } = view.state;
    const found = await types.ask("rename", selection.main.head);
    if (view.state.doc !== doc) return;
    if (!found) {
      showTip(view, selection.main.head, element("div.cm-card", words.cannotRename));
      view.dispatch({ effects: EditorView.announce.of(words.cannotRename) });
    } else askName(view, found, words);
  };
  return keymap.of([
    {
      key: "F2",
      run(view) {
        void ask(view);
        return true;
      },
    },
  ]);
}

function askName(view: EditorView, found: Renaming, words: Words): void {
  const input = document.createElement("input");
  input.className = "cm-textfield";
  input.value = found.name;
  input.spellcheck = false;
  const fault = element("div.cm-fault");
  fault.setAttribute("role", "status");
  const users = found.elsewhere.map(nameOf).join(", ");
  const form = element(
    "form.cm-card.cm-rename",
    element("label", `${words.newName(found.name)} `, input),
    ...(users ? [element("p", words.elsewhere(users, found.name))] : []),
    fault,
  );
  const leave = (): void => {
    hideTip(view);
    view.focus();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = input.value.trim();
    if (!isName(name)) {
      fault.textContent = words.noName;
      return;
    }
    leave();
    if (name !== found.name) write(view, found, name, words);
  });
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") leave();
  });
  showTip(view, found.from, form, () => {
    input.focus();
    input.select();
  });
}

function write(view: EditorView, { places }: Renaming, name: string, words: Words): void {
  view.dispatch({
    changes: places.map(({ from, to, before, after }) => ({
      from,
      to,
      insert: before + name + after,
    })),
    effects: EditorView.announce.of(words.renamed(places.length)),
    userEvent: "input.rename",
  });
}

const isName = (text: string): boolean =>
  /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(text);
