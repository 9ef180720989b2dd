import { EditorView } from "@codemirror/view";
import { wash } from "../look.ts";

/** A box over the page: of a name, a call, a list of what can be written. */
const boxes = EditorView.theme({
  ".cm-tooltip, .cm-tooltip.cm-completionInfo": {
    border: "1px solid var(--line)",
    borderRadius: "var(--radius)",
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    boxShadow: "0 4px 16px rgb(0 0 0 / 18%)",
    font: "var(--size-small) / 1.45 var(--font-ui)",
    maxInlineSize: "min(36rem, calc(100vw - 16px))",
  },
  ".cm-tooltip": { maxBlockSize: "min(20rem, 60vh)", overflow: "auto" },
  ".cm-tooltip.cm-tooltip-autocomplete": { overflow: "visible" },
  ".cm-tooltip-section:not(:first-child)": {
    borderTop: "1px solid var(--line)",
  },
  ".cm-card, .cm-fault": { padding: "6px 10px" },
  ".cm-card p": { margin: "6px 0 0", color: "var(--ink-soft)" },
  ".cm-card em": { color: "var(--ink-faint)" },
  ".cm-card code, .cm-card-code": { fontFamily: "var(--font-code)", fontSize: "0.8125rem" },
  ".cm-card-code": {
    color: "var(--tok-operator)",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
  ".cm-card-code strong": { color: "var(--accent)", textDecoration: "underline" },
  ".cm-card-note": { color: "var(--accent)", fontWeight: "600" },
  ".cm-rename label": { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  ".cm-rename .cm-textfield": { fontFamily: "var(--font-code)", minInlineSize: "12rem" },
});

/** What can be written at the caret. */
const list = EditorView.theme({
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--font-code)",
    fontSize: "0.8125rem",
    maxBlockSize: "15rem",
    maxInlineSize: "min(30rem, calc(100vw - 16px))",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    padding: "3px 8px",
    color: "var(--ink)",
    lineHeight: "1.5",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--accent)",
    color: "var(--on-accent)",
  },
  ".cm-tooltip li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": {
    color: "var(--ink-faint)",
    fontFamily: "var(--font-ui)",
    fontStyle: "normal",
  },
  ".cm-tooltip.cm-completionInfo": { padding: "0", boxSizing: "border-box" },
  "@media (pointer: coarse)": {
    "& .cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "9px 10px" },
  },
});

/** Pictures in the linter's own style would be inline data, which the page's policy forbids. */
const underlines = EditorView.theme({
  ".cm-lintRange": { backgroundImage: "none", paddingBottom: "0" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--bad)",
    textUnderlineOffset: "0.25em",
  },
  ".cm-lintRange-hint": { backgroundImage: "none" },
  ".cm-lintRange-active": { backgroundColor: wash("--bad", 14) },
  ".cm-unused, .cm-unused *": { color: "var(--ink-faint)" },
  ".cm-lintPoint-error:after": { borderBottomColor: "var(--bad)" },
  ".cm-diagnostic, .cm-diagnostic-error": {
    margin: "0",
    padding: "6px 10px",
    borderLeft: "3px solid var(--bad)",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
  ".cm-diagnostic-hint": { borderLeftColor: "var(--line)" },
  ".cm-fault": { borderLeft: "3px solid var(--bad)", whiteSpace: "pre-wrap" },
  ".cm-fault:empty": { display: "none" },
  ".cm-diagnostic small": { color: "var(--ink-faint)", fontSize: "0.75rem" },
});

export const look = [boxes, list, underlines];
