import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  insertCompletionText,
  pickedCompletion,
} from "@codemirror/autocomplete";
import { type Extension, Prec } from "@codemirror/state";
import { type EditorView, keymap } from "@codemirror/view";
import type { Change, Suggestion } from "../../language/answers.ts";
import type { Types } from "../types.ts";
import { card } from "./card.ts";
import type { Words } from "./words.ts";

/** What can be written at the caret, with what is known of each; a name of a package brings its import along. */
export function completion(types: Types, words: Words): Extension {
  return [
    autocompletion({
      override: [(context) => complete(context, types, words)],
      activateOnTypingDelay: 30,
      maxRenderedOptions: 60,
    }),
    Prec.highest(keymap.of([{ key: "Tab", run: acceptCompletion }])),
  ];
}

async function complete(
  context: CompletionContext,
  types: Types,
  words: Words,
): Promise<CompletionResult | null> {
  const { explicit, pos, state, view } = context;
  if (!explicit && !context.matchBefore(/[\w$]|\.|["'/]/)) return null;
  const found = await types.ask("complete", pos);
  if (!view || context.aborted) return null;
  if (!found) {
    // Where no answer came while the reader wrote on, CodeMirror asks again only if there is a result which that made invalid.
    return view.state.doc === state.doc ? null : { from: pos, options: [] };
  }
  const begun = state.sliceDoc(found.from, pos);
  return {
    from: found.from,
    options: found.suggestions.map((one) => toCompletion(one, view, types, words)),
    // What it begins with was used to choose them.
    validFor: (text) => /^[\w$]*$/.test(text) && text.startsWith(begun),
  };
}

/** CodeMirror's kinds, which have icons. */
const kinds: Record<string, string> = {
  "local function": "function",
  alias: "variable",
  let: "variable",
  var: "variable",
  parameter: "variable",
  "local var": "variable",
  getter: "property",
  setter: "property",
  string: "text",
  script: "namespace",
  module: "namespace",
  directory: "namespace",
};

/** The rank of what a cell itself declares. */
const near = 11;

function toCompletion(one: Suggestion, view: EditorView, types: Types, words: Words): Completion {
  const { name, kind, rank, source, data } = one;
  const ask = () => types.ask("details", view.state.selection.main.head, name, data);
  return {
    label: name,
    type: kinds[kind] ?? kind,
    boost: (near - rank) * 2,
    ...(source ? { detail: words.from(source) } : {}),
    async info() {
      const found = await ask();
      return found ? card(found, words) : null;
    },
    apply(_, completion, from, to) {
      view.dispatch({
        ...insertCompletionText(view.state, name, from, to),
        annotations: pickedCompletion.of(completion),
      });
      if (source) void ask().then((found) => addImport(view, found?.changes ?? []));
    },
  };
}

/** Writes the import above, unless the reader has changed the text there in the meantime. */
function addImport(view: EditorView, changes: readonly Change[]): void {
  const { doc } = view.state;
  if (changes.every(({ to }) => to <= view.state.selection.main.head && to <= doc.length))
    view.dispatch({ changes, userEvent: "input.complete" });
}
