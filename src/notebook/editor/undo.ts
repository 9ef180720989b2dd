import { history, historyField, isolateHistory, redo, undo } from "@codemirror/commands";
import { EditorState, type EditorStateConfig, type Transaction } from "@codemirror/state";
import { difference } from "./difference.ts";

const fields = { history: historyField };

/** How many characters of changes are kept, to undo and to redo: the newest. */
export const most = 100_000;

/** A text with the changes that led to it, as JSON. */
export function toPast(state: EditorState): unknown {
  const { doc, selection, history } = state.toJSON(fields);
  const { done, undone } = history as { done: unknown[]; undone: unknown[] };
  return { doc, selection, history: { done: newest(done), undone: newest(undone) } };
}

function newest(changes: unknown[]): unknown[] {
  let room = most;
  const first = changes.findLastIndex((change) => {
    room -= JSON.stringify(change).length;
    return room < 0;
  });
  return changes.slice(first + 1);
}

/**
 * An editor's state with `text` and a past that was kept. Where the text is not the past's own, because another tab changed it or the page was left too
 * soon, that is one more change. Undefined where the past cannot be read: the text does not need it.
 */
export function fromPast(
  past: unknown,
  text: string,
  config: EditorStateConfig,
): EditorState | undefined {
  try {
    const bare = EditorState.fromJSON(past, { extensions: history() }, fields);
    tryAll(bare);
    const state = EditorState.fromJSON(past, config, fields);
    const changes = difference(state.doc.toString(), text);
    if (changes.from === changes.to && changes.insert === "") return state;
    return state.update({ changes, annotations: isolateHistory.of("full") }).state;
  } catch {
    return undefined;
  }
}

/** Undoes and redoes all: throws here, and not under the reader's hands, where something does not fit. */
function tryAll(state: EditorState): void {
  let now = state;
  const dispatch = (transaction: Transaction) => {
    now = transaction.state;
  };
  while (undo({ state: now, dispatch }));
  while (redo({ state: now, dispatch }));
}
