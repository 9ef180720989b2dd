import { getChunks, goToNextChunk, goToPreviousChunk, unifiedMergeView } from "@codemirror/merge";
import type { EditorState, Extension } from "@codemirror/state";
import { EditorView, keymap, type Panel, showPanel } from "@codemirror/view";
import { wash } from "../editor/look.ts";
import { button } from "../element.ts";
import type { Words } from "./words.ts";

/** Shows in an editor how its text differs from another: the other's lines stand, struck out, above those in their place. */
export const differing = (original: string): Extension => [
  unifiedMergeView({ original, mergeControls: false }),
  look,
];

export interface Comparing {
  /** The text to compare with. */
  original: string;
  words: Words;
  onDone(): void;
}

/** The same while the reader writes, with a button at each piece that puts the other's in its place, and a panel that leads from piece to piece. */
export function comparing({ original, words, onDone }: Comparing): Extension {
  const putBack = (type: "reject" | "accept", act: (event: MouseEvent) => void): HTMLElement => {
    // Nothing is to be accepted: the reader's text stands already.
    if (type === "accept") return document.createElement("span");
    const made = named(words.putBackPiece, words.putBack, () => undefined);
    made.addEventListener("click", (event) => {
      const view = EditorView.findFromDOM(made.closest(".cm-editor") ?? made);
      act(event);
      // The button is gone with its piece: the keyboard goes on in the code.
      if (event.detail === 0) view?.focus();
    });
    return made;
  };
  return [
    unifiedMergeView({ original, mergeControls: putBack }),
    keymap.of([{ key: "F7", run: goToNextChunk, shift: goToPreviousChunk, preventDefault: true }]),
    showPanel.of((view) => panel(view, words, onDone)),
    look,
  ];
}

/** How many pieces of an editor's text differ from what it is compared with. */
export const pieces = (state: EditorState): number => getChunks(state)?.chunks.length ?? 0;

function panel(view: EditorView, words: Words, onDone: () => void): Panel {
  const dom = document.createElement("div");
  dom.className = "cm-compare";
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  // Without the focus, which would open a phone's keyboard.
  const before = named(words.previousPiece, "↑", () => goToPreviousChunk(view));
  const after = named(words.nextPiece, "↓", () => goToNextChunk(view));
  dom.append(told, before, after, button(words.done, onDone));
  const say = (state: EditorState) => {
    const count = pieces(state);
    const text = words.differs(count);
    if (told.textContent !== text) told.textContent = text;
    before.disabled = after.disabled = count === 0;
  };
  say(view.state);
  return { dom, top: true, update: ({ state }) => say(state) };
}

/** A button with a short label, and what it means in full. */
function named(meaning: string, label: string, act: () => unknown): HTMLButtonElement {
  const made = button(label, act);
  made.ariaLabel = made.title = meaning;
  return made;
}

const look = EditorView.theme({
  "&.cm-merge-b .cm-changedLine": { backgroundColor: wash("--good", 7) },
  ".cm-deletedChunk": {
    padding: "0 var(--code-pad) 0 0",
    backgroundColor: wash("--bad", 7),
    color: "var(--ink-soft)",
  },
  ".cm-deletedChunk del": { textDecoration: "none" },
  ".cm-deletedChunk .cm-deletedText": {
    background: wash("--bad", 7),
    textDecoration: "line-through",
  },
  // Pale, so that comments can be read on it.
  "&.cm-merge-b .cm-changedText": {
    background: wash("--good", 7),
    boxShadow: "inset 0 -2px 0 var(--good)",
  },
  // In the gap beside the line's number, so that no letter moves.
  ".cm-changeGutter": { inlineSize: "3px", marginInlineStart: "-7px", padding: "0" },
  "&.cm-merge-b .cm-changedLineGutter": { background: "var(--good)" },
  ".cm-deletedLineGutter": { background: "var(--bad)" },
  ".cm-deletedChunk .cm-chunkButtons": { insetInlineEnd: "var(--code-pad)" },
  ".cm-compare": {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "var(--space-1) var(--space-2)",
    padding: "var(--space-1) var(--code-pad)",
  },
  ".cm-compare > span": { marginInlineEnd: "auto" },
  ".cm-compare button, .cm-deletedChunk .cm-chunkButtons button": {
    minBlockSize: "28px",
    minInlineSize: "28px",
    padding: "0 8px",
    border: "1px solid var(--line)",
    borderRadius: "var(--radius)",
    background: "var(--paper)",
    color: "var(--ink)",
    font: "var(--size-small) / 1.4 var(--font-ui)",
    cursor: "pointer",
  },
  ".cm-deletedChunk .cm-chunkButtons button": {
    minBlockSize: "20px",
    margin: "1px 0",
    fontSize: "0.75rem",
  },
  ".cm-compare button:disabled": { opacity: "0.5", cursor: "default" },
  "button:focus-visible": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  "@media (pointer: coarse)": {
    "& .cm-deletedChunk .cm-chunkButtons button": { minBlockSize: "30px" },
  },
});
