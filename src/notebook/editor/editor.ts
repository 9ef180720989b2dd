import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete?brackets";
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  isolateHistory,
} from "@codemirror/commands";
import { typescriptLanguage } from "@codemirror/lang-javascript";
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  LanguageSupport,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorState, type Extension, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { classHighlighter, type Highlighter } from "@lezer/highlight";
import { difference } from "./difference.ts";
import { hint } from "./hint.ts";
import { language } from "./language.ts";
import { look } from "./look.ts";
import { clearMark, type Mark, marks, setMark } from "./mark.ts";
import { phrases } from "./phrases.ts";
import { search } from "./search.ts";
import { symbols } from "./symbols.ts";
import type { Types } from "./types.ts";
import { fromPast, toPast } from "./undo.ts";

export interface EditorOptions {
  /** The place of the code: holds the static `<pre class="code">`, which the editor takes the place of. */
  host: HTMLElement;
  source: string;
  /** The changes that led to it, as an editor gave them before. */
  past?: unknown;
  label: string;
  lang: string;
  onChange(text: string): void;
  onRun(): void;
  onRunAll(): void;
  /** What knows the types of the code; without it, the editor only knows what it looks like. */
  types?: Types;
}

export interface Editor {
  /** For what is added to it later. */
  readonly view: EditorView;
  readonly text: string;
  /** The changes that led to the text, to be kept. */
  readonly past: unknown;
  /** Replaces the text; can be undone. What is the same before and after keeps its caret. */
  setText(text: string): void;
  /** Takes the keyboard, with the caret at a point of the window, an offset in the text, or on a line, counted from 1. */
  focus(at?: { x: number; y: number } | { offset: number } | number): void;
  /** Marks the line of an error, or none. */
  mark(mark: Mark | undefined): void;
}

/**
 * Puts an editor in the place of a cell's static code: the same parser, fonts and measures, so that nothing moves. It lives in a
 * shadow root, where CodeMirror's styles are allowed under the page's policy.
 */
export function mountEditor(options: EditorOptions): Editor {
  const pre = options.host.querySelector<HTMLElement>("pre");
  const place = document.createElement("div");
  place.className = "cell-editor";
  const line = pre?.querySelector(".line");
  // As drawn, should a reader's own style sheet have the last word on lines.
  if (line) place.style.setProperty("--code-line", getComputedStyle(line).lineHeight);
  const root = place.attachShadow({ mode: "open", delegatesFocus: true });
  const view = new EditorView({ root, parent: root, state: stateOf(options) });
  measureInWindow(view, place);
  options.host.append(place);
  if (pre) {
    // Both before the next paint: no reader sees two texts, or none.
    view.scrollDOM.scrollLeft = pre.scrollLeft;
    pre.hidden = true;
  }

  return {
    view,
    get text() {
      return view.state.doc.toString();
    },
    get past() {
      return toPast(view.state);
    },
    setText(text) {
      const changes = difference(view.state.doc.toString(), text);
      view.dispatch({ changes, annotations: isolateHistory.of("full") });
    },
    focus(at) {
      const { doc } = view.state;
      if (typeof at === "number") {
        const anchor = doc.line(Math.max(1, Math.min(at, doc.lines))).from;
        view.dispatch({ selection: { anchor }, scrollIntoView: true });
      } else if (at && "offset" in at) {
        const anchor = Math.min(at.offset, doc.length);
        view.dispatch({ selection: { anchor }, scrollIntoView: true });
      } else if (at) view.dispatch({ selection: { anchor: view.posAtCoords(at, false) } });
      view.focus();
    },
    mark(mark) {
      view.dispatch({ effects: mark ? setMark.of(mark) : clearMark.of(null) });
    },
  };
}

/** CodeMirror measures only what is in the window and guesses until then: a page whose saved edits open below it would jump. */
function measureInWindow(view: EditorView, place: HTMLElement): void {
  Object.assign(place.style, { position: "fixed", inset: "0", visibility: "hidden" });
  document.body.append(place);
  view.coordsAtPos(0);
  Object.assign(place.style, { position: "", inset: "", visibility: "" });
}

function stateOf({ source, past, ...options }: EditorOptions): EditorState {
  const config = { extensions: extensions(options) };
  return fromPast(past, source, config) ?? EditorState.create({ doc: source, ...config });
}

function extensions(options: Omit<EditorOptions, "source" | "past">): Extension {
  const { label, lang, onChange, onRun, onRunAll, types } = options;
  const words = phrases(lang);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return [
    Prec.highest(
      keymap.of([
        { key: "Mod-Enter", run: done(onRun) },
        { key: "Shift-Mod-Enter", run: done(onRunAll) },
      ]),
    ),
    search(),
    hint(words),
    symbols(words.symbols, onRun),
    lineNumbers(),
    history(),
    drawSelection({ cursorBlinkRate: still ? 0 : 1200 }),
    indentOnInput(),
    indentUnit.of("  "),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    marks,
    new LanguageSupport(typescriptLanguage),
    syntaxHighlighting(highlighter),
    keymap.of([...closeBracketsKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
    EditorState.phrases.of(words.codemirror),
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
    types ? language(types, lang) : [],
    look,
  ];
}

/** As in the static code (src/site/highlight.ts), punctuation has the color of the code itself and no span. */
export const highlighter: Highlighter = {
  style(tags) {
    const classes = classHighlighter.style(tags);
    return classes && /^tok-(punctuation|operator)$/.test(classes) ? null : classes;
  },
};

/** A command that always takes its key. */
const done = (act: () => void) => (): boolean => {
  act();
  return true;
};
