import {
  type EditorState,
  type Extension,
  findClusterBreak,
  type Line,
  RangeSet,
  StateEffect,
  StateField,
  type Transaction,
} from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  GutterMarker,
  gutterLineClass,
  WidgetType,
} from "@codemirror/view";
import { hintId } from "./hint.ts";

/** An error's place: lines and columns count from 1. */
export interface Mark {
  line: number;
  column?: number | undefined;
  message: string;
}

export const setMark = StateEffect.define<Mark>();
export const clearMark = StateEffect.define<null>();

const messageId = "wrong";

class Message extends WidgetType {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override eq(other: Message): boolean {
    return other.text === this.text;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement("div");
    element.id = messageId;
    element.className = "cm-wrong-message";
    element.textContent = this.text;
    return element;
  }
}

const inGutter = new (class extends GutterMarker {
  override elementClass = "cm-wrong-number";
})();

const wholeLine = Decoration.line({ class: "cm-wrong" });
const place = Decoration.mark({ class: "cm-wrong-place" });

/** The marked line first, then what stands in it and under it. */
const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(now, transaction) {
    let next = touches(now, transaction) ? Decoration.none : now.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(clearMark)) next = Decoration.none;
      if (effect.is(setMark)) next = decorate(transaction.state, effect.value);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The line that an error came from, with its message under it; gone once that line is edited. */
export const marks: Extension = [
  field,
  gutterLineClass.compute([field], (state) => {
    const from = markedAt(state);
    return from === undefined ? RangeSet.empty : RangeSet.of([inGutter.range(from)]);
  }),
  EditorView.contentAttributes.compute([field], (state): Record<string, string> => {
    if (markedAt(state) === undefined) return { "aria-describedby": hintId };
    return { "aria-describedby": `${messageId} ${hintId}`, "aria-invalid": "true" };
  }),
];

function decorate(state: EditorState, { line: number, column, message }: Mark): DecorationSet {
  const line = state.doc.line(Math.max(1, Math.min(number, state.doc.lines)));
  const under = Decoration.widget({ widget: new Message(message), block: true, side: 1 });
  const at = line.from + (column ?? 0) - 1;
  const word = at >= line.from && at < line.to ? wordFrom(state, line, at) : undefined;
  return Decoration.set([
    wholeLine.range(line.from),
    ...(word ? [place.range(word.from, word.to)] : []),
    under.range(line.to),
  ]);
}

/** From a column to the end of what stands there: a word, or one sign. */
function wordFrom(state: EditorState, line: Line, at: number): { from: number; to: number } {
  const word = state.wordAt(at);
  if (word && word.to > at) return { from: at, to: word.to };
  return { from: at, to: line.from + findClusterBreak(line.text, at - line.from) };
}

/** The marked line, and what is said of it. */
export function markOf(
  state: EditorState,
): { from: number; to: number; message: string } | undefined {
  const at = markedAt(state);
  if (at === undefined) return undefined;
  let message = "";
  state.field(field).between(at, state.doc.length, (_, __, { spec }) => {
    if (spec.widget instanceof Message) message = spec.widget.text;
  });
  const { from, to } = state.doc.lineAt(at);
  return { from, to, message };
}

const markedAt = (state: EditorState): number | undefined => {
  const first = state.field(field).iter();
  return first.value ? first.from : undefined;
};

function touches(marked: DecorationSet, { docChanged, startState, changes }: Transaction): boolean {
  const first = marked.iter();
  if (!docChanged || !first.value) return false;
  const { from, to } = startState.doc.lineAt(first.from);
  return changes.touchesRange(from, to) !== false;
}
