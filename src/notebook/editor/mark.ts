import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";

/** An error's place: lines and columns count from 1. */
export interface Mark {
  line: number;
  column?: number | undefined;
  message: string;
}

export const setMark = StateEffect.define<Mark>();
export const clearMark = StateEffect.define<null>();

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
    element.className = "cm-wrong-message";
    element.setAttribute("role", "alert");
    element.textContent = this.text;
    return element;
  }
}

/** The line that an error came from, with its message under it; gone once that line is edited. */
export const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(now, transaction) {
    let next = now.map(transaction.changes);
    if (transaction.docChanged && touches(now, transaction.startState.doc, transaction.changes))
      next = Decoration.none;
    for (const effect of transaction.effects) {
      if (effect.is(clearMark)) next = Decoration.none;
      if (!effect.is(setMark)) continue;
      const { doc } = transaction.state;
      const line = doc.line(Math.min(Math.max(1, effect.value.line), doc.lines));
      next = Decoration.set([
        Decoration.line({ class: "cm-wrong" }).range(line.from),
        Decoration.widget({
          widget: new Message(effect.value.message),
          block: true,
          side: 1,
        }).range(line.to),
      ]);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function touches(
  decorations: DecorationSet,
  doc: { lineAt(position: number): { from: number; to: number } },
  changes: { iterChangedRanges(f: (from: number, to: number) => void): void },
): boolean {
  const marked = decorations.iter();
  if (!marked.value) return false;
  const { from, to } = doc.lineAt(marked.from);
  let touched = false;
  changes.iterChangedRanges((start, end) => {
    if (start <= to && end >= from) touched = true;
  });
  return touched;
}
