import { type Diagnostic, forEachDiagnostic, linter, nextDiagnostic } from "@codemirror/lint";
import { type EditorState, type Extension, StateEffect } from "@codemirror/state";
import { EditorView, keymap, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { element } from "../../element.ts";
import type { Fault } from "../../language/answers.ts";
import { clearMark, markOf, setMark } from "../mark.ts";
import type { Types } from "../types.ts";
import type { Words } from "./words.ts";

/** How long typing pauses before the code is looked at, in milliseconds. */
const pause = 30;

/** How long the faults stay the same before they are read out, in milliseconds. */
const settled = 1500;

const refresh = StateEffect.define<null>();

/** What would go wrong, underlined while the reader writes. It keeps no cell from running. */
export function faults(types: Types, words: Words): Extension {
  return [
    linter(
      async ({ state }) => {
        const found = await types.diagnose();
        return (found?.faults ?? [])
          .filter((fault) => !isTold(fault, state))
          .map((fault) => toDiagnostic(fault, state));
      },
      { delay: pause, needsRefresh: isOutdated },
    ),
    ViewPlugin.define((view) => {
      types.onChange(() => view.dispatch({ effects: refresh.of(null) }));
      return {};
    }),
    announceCount(words),
    keymap.of([{ key: "F8", run: (view) => next(view, words) }]),
  ];
}

/** Another cell changed, or the last run's error came or went. */
const isOutdated = ({ transactions }: ViewUpdate): boolean =>
  transactions.some(({ effects }) =>
    effects.some((effect) => effect.is(refresh) || effect.is(setMark) || effect.is(clearMark)),
  );

/** Whether the mark of the last run's error says the same: on its line stands no second word on grammar or on an import. */
function isTold({ from, code, message }: Fault, state: EditorState): boolean {
  const mark = markOf(state);
  if (!mark || from < mark.from || from > mark.to) return false;
  return code < 2000 || mark.message.includes(message);
}

function toDiagnostic({ from, to, severity, code, message, unused }: Fault, { doc }: EditorState) {
  const end = Math.min(Math.max(to, from), doc.length);
  const start = Math.min(from, end);
  const diagnostic: Diagnostic = {
    ...{ from: start, to: end, severity, message },
    ...(unused ? { markClass: "cm-unused" } : {}),
    renderMessage: () => element("span", message, element("small", ` TS${code}`)),
  };
  return diagnostic;
}

/** What is wrong at a place. */
export function faultsAt(state: EditorState, at: number): Diagnostic[] {
  const found: Diagnostic[] = [];
  forEachDiagnostic(state, (one, from, to) => {
    if (from <= at && at <= to) found.push(one);
  });
  return found;
}

/** Goes to the next fault, where CodeMirror shows what it says, and reads it out. */
function next(view: EditorView, words: Words): boolean {
  if (!nextDiagnostic(view)) {
    view.dispatch({ effects: EditorView.announce.of(words.faults(0)) });
    return true;
  }
  const { from } = view.state.selection.main;
  const messages = faultsAt(view.state, from).map(({ message }) => message);
  view.dispatch({ effects: EditorView.announce.of(messages.join(" ")) });
  return true;
}

/** Reads out how many errors there are when that has changed and the reader rests. */
function announceCount(words: Words): Extension {
  let told = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return EditorView.updateListener.of(({ view, state }) => {
    let count = 0;
    forEachDiagnostic(state, ({ severity }) => {
      if (severity === "error") count++;
    });
    clearTimeout(timer);
    if (count === told) return;
    timer = setTimeout(() => {
      told = count;
      view.dispatch({ effects: EditorView.announce.of(words.faults(count)) });
    }, settled);
  });
}
