import { EditorView } from "@codemirror/view";

/** A color thinned: this much of it over what is behind. */
export const wash = (color: string, percent: number): string =>
  `color-mix(in oklab, var(${color}) ${percent}%, transparent)`;

/** The measures of the static code (`.code` in src/styles/code.css), so that the editor can take its place unseen. */
const measures = EditorView.theme({
  "&": { backgroundColor: "transparent", color: "var(--ink)", containerType: "inline-size" },
  ".cm-scroller": {
    fontFamily: "var(--font-code)",
    fontSize: "var(--code-size)",
    lineHeight: "var(--code-line)",
    overflowX: "auto",
  },
  ".cm-content": { padding: "var(--code-pad) 0" },
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
});

/** What stands in the code only while it is edited. */
const working = EditorView.theme({
  "&.cm-focused": { outline: "none" },
  // The focus, for whoever looks for it: a quiet bar beside the lines.
  "&.cm-focused .cm-gutters": { boxShadow: "inset 2px 0 0 var(--accent)" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: wash("--ink", 4) },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { background: "var(--selection)" },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--accent-soft)",
    outline: "1px solid var(--accent)",
  },
  "&.cm-focused .cm-nonmatchingBracket": {
    outline: "1px solid var(--bad)",
    backgroundColor: "transparent",
  },
  // In the room under the last line, so that it moves nothing when it comes.
  ".cm-hint": {
    position: "absolute",
    insetBlockEnd: "0",
    insetInlineEnd: "var(--code-pad)",
    maxInlineSize: "calc(100% - 2 * var(--code-pad))",
    overflow: "hidden",
    color: "var(--ink-soft)",
    font: "11px / var(--code-pad) var(--font-ui)",
    whiteSpace: "nowrap",
    pointerEvents: "none",
    visibility: "hidden",
  },
  "&.cm-focused .cm-hint": { visibility: "visible" },
  // Fingers have no Escape and no Tab.
  "@media (pointer: coarse), print": { "& .cm-hint": { display: "none" } },
});

const wrong = EditorView.theme({
  ".cm-line.cm-wrong, .cm-gutterElement.cm-wrong-number, &.cm-focused .cm-line.cm-wrong": {
    backgroundColor: wash("--bad", 14),
  },
  ".cm-gutterElement.cm-wrong-number": { color: "var(--bad)", fontWeight: "700" },
  ".cm-wrong-place": { textDecoration: "underline wavy var(--bad)", textUnderlineOffset: "0.25em" },
  ".cm-wrong-message": {
    position: "sticky",
    insetInlineStart: "var(--code-gutter)",
    inlineSize: "fit-content",
    maxInlineSize: "calc(100cqi - var(--code-gutter))",
    boxSizing: "border-box",
    padding: "2px var(--code-pad) 4px 0",
    color: "var(--bad)",
    fontFamily: "var(--font-ui)",
    fontSize: "var(--size-small)",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
});

const panel = EditorView.theme({
  ".cm-panels, .cm-panels.cm-panels-top": {
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    borderColor: "var(--line)",
    font: "var(--size-small) / 1.4 var(--font-ui)",
  },
  ".cm-panel.cm-search": {
    padding: "var(--space-1) var(--space-6) var(--space-1) var(--code-pad)",
  },
  ".cm-panel.cm-search label": { fontSize: "inherit" },
  ".cm-panel.cm-search [name=close]": { minInlineSize: "32px", minBlockSize: "32px" },
  ".cm-textfield, .cm-button": {
    boxSizing: "border-box",
    blockSize: "30px",
    padding: "2px 8px",
    border: "1px solid var(--line)",
    borderRadius: "var(--radius)",
    background: "var(--surface)",
    color: "inherit",
    font: "inherit",
  },
  ".cm-button": { cursor: "pointer" },
  ".cm-panels :focus-visible": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-searchMatch": { backgroundColor: wash("--warn", 30) },
  ".cm-searchMatch-selected": { backgroundColor: wash("--warn", 60) },
});

const colors = EditorView.theme({
  ".cm-content": { color: "var(--tok-operator)" },
  ".tok-variableName": { color: "var(--ink)" },
  ".tok-keyword": { color: "var(--tok-keyword)" },
  ".tok-string, .tok-string2": { color: "var(--tok-string)" },
  ".tok-number, .tok-bool, .tok-atom": { color: "var(--tok-number)" },
  ".tok-comment": { color: "var(--tok-comment)", fontStyle: "italic" },
  ".tok-typeName, .tok-className, .tok-namespace": { color: "var(--tok-type)" },
  ".tok-definition": { color: "var(--tok-definition)" },
  ".tok-propertyName": { color: "var(--tok-property)" },
});

export const look = [measures, working, wrong, panel, colors];
