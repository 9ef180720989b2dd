import { EditorView } from "@codemirror/view";

/** The measures of the static code (`.code` in src/styles/code.css), so that the editor can take its place unseen. */
export const look = EditorView.theme({
  "&": { backgroundColor: "transparent", color: "var(--ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--font-code)",
    fontSize: "var(--code-size)",
    lineHeight: "var(--code-line)",
    overflowX: "auto",
  },
  ".cm-content": { padding: "var(--code-pad) 0", caretColor: "var(--accent)" },
  ".cm-line": { padding: "0 var(--code-pad) 0 0" },
  ".cm-gutters": {
    backgroundColor: "var(--surface)",
    color: "var(--ink-faint)",
    border: "none",
    inlineSize: "var(--code-gutter)",
    boxSizing: "border-box",
  },
  ".cm-lineNumbers": { inlineSize: "100%" },
  ".cm-lineNumbers .cm-gutterElement": {
    padding: "0 var(--code-gap) 0 0",
    minInlineSize: "0",
    textAlign: "right",
  },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": {
    backgroundColor: "color-mix(in oklab, var(--ink) 4%, transparent)",
  },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    {
      background: "var(--selection)",
    },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--accent-soft)",
    outline: "1px solid var(--accent)",
  },
  "&.cm-focused .cm-nonmatchingBracket": {
    outline: "1px solid var(--bad)",
    backgroundColor: "transparent",
  },
  ".cm-wrong": { backgroundColor: "color-mix(in oklab, var(--bad) 14%, transparent)" },
  ".cm-wrong-message": {
    padding: "2px var(--code-pad) 4px 0",
    color: "var(--bad)",
    fontFamily: "var(--font-ui)",
    fontSize: "var(--size-small)",
    whiteSpace: "pre-wrap",
  },
  ".cm-panels": {
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    borderColor: "var(--line)",
    fontFamily: "var(--font-ui)",
  },
  ".cm-panels input, .cm-panels button": {
    font: "inherit",
    fontSize: "var(--size-small)",
    color: "inherit",
    background: "var(--surface)",
    border: "1px solid var(--line)",
    borderRadius: "4px",
  },
  ".cm-searchMatch": { backgroundColor: "color-mix(in oklab, var(--warn) 30%, transparent)" },
  ".cm-searchMatch-selected": {
    backgroundColor: "color-mix(in oklab, var(--warn) 60%, transparent)",
  },
  ".tok-keyword": { color: "var(--tok-keyword)" },
  ".tok-string, .tok-string2": { color: "var(--tok-string)" },
  ".tok-number, .tok-bool, .tok-atom": { color: "var(--tok-number)" },
  ".tok-comment": { color: "var(--tok-comment)", fontStyle: "italic" },
  ".tok-typeName, .tok-className, .tok-namespace": { color: "var(--tok-type)" },
  ".tok-definition": { color: "var(--tok-definition)" },
  ".tok-propertyName": { color: "var(--tok-property)" },
  ".tok-operator, .tok-punctuation": { color: "var(--tok-operator)" },
});
