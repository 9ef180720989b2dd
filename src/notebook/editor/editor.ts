import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { typescriptLanguage } from "@codemirror/lang-javascript";
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  LanguageSupport,
  syntaxHighlighting,
} from "@codemirror/language";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { look } from "./look.ts";
import { clearMark, type Mark, marks, setMark } from "./mark.ts";
import { phrases } from "./phrases.ts";

export interface EditorOptions {
  /** The place of the code: holds the static `<pre class="code">`, which the editor takes the place of. */
  host: HTMLElement;
  source: string;
  label: string;
  lang: string;
  onChange(text: string): void;
  onRun(): void;
  onRunAll(): void;
}

export interface Editor {
  readonly text: string;
  /** Replaces the text; can be undone. */
  setText(text: string): void;
  /** Takes the keyboard, with the caret at a point of the window or on a line, counted from 1. */
  focus(at?: { x: number; y: number } | number): void;
  /** Marks the line of an error, or none. */
  mark(mark: Mark | undefined): void;
}

/**
 * Puts an editor in the place of a cell's static code: the same parser, fonts and measures, so that nothing moves. It lives in a
 * shadow root, where CodeMirror's styles are allowed under the page's policy.
 */
export function mountEditor(options: EditorOptions): Editor {
  const { host, source, label, lang } = options;
  const pre = host.querySelector<HTMLElement>("pre");
  const place = document.createElement("div");
  place.className = "cell-editor";
  const root = place.attachShadow({ mode: "open", delegatesFocus: true });
  const words = phrases(lang);
  const hint = document.createElement("p");
  hint.className = "editor-hint";
  hint.id = `hint-${Math.random().toString(36).slice(2)}`;
  hint.textContent = words.hint;

  const searching = new Compartment();
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: source,
      extensions: [
        Prec.highest(
          keymap.of([
            { key: "Mod-Enter", run: done(() => options.onRun()) },
            // Search is loaded when first asked for.
            { key: "Mod-f", run: done((editor) => void openSearch(editor, searching)) },
            { key: "Shift-Mod-Enter", run: done(() => options.onRunAll()) },
          ]),
        ),
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("  "),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        searching.of([]),
        marks,
        new LanguageSupport(typescriptLanguage),
        syntaxHighlighting(classHighlighter),
        keymap.of([...closeBracketsKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
        EditorState.phrases.of(words.search),
        EditorView.contentAttributes.of({
          "aria-label": `${label} — ${words.hint}`,
          spellcheck: "false",
          autocapitalize: "off",
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange(update.state.doc.toString());
        }),
        look,
      ],
    }),
  });
  host.append(place, hint);
  if (pre) {
    view.scrollDOM.scrollLeft = pre.scrollLeft;
    pre.hidden = true;
  }

  return {
    get text() {
      return view.state.doc.toString();
    },
    setText(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    focus(at) {
      const { doc } = view.state;
      if (typeof at === "number")
        view.dispatch({ selection: { anchor: doc.line(Math.min(at, doc.lines)).from } });
      else if (at) view.dispatch({ selection: { anchor: view.posAtCoords(at, false) } });
      view.focus();
    },
    mark(mark) {
      view.dispatch({ effects: mark ? setMark.of(mark) : clearMark.of(null) });
    },
  };
}

/** A command that always takes its key. */
const done =
  (act: (view: EditorView) => void) =>
  (view: EditorView): boolean => {
    act(view);
    return true;
  };

async function openSearch(view: EditorView, place: Compartment): Promise<void> {
  const { openSearchPanel, search, searchKeymap } = await import("@codemirror/search");
  const loaded = place.get(view.state);
  if (Array.isArray(loaded) && loaded.length === 0)
    view.dispatch({ effects: place.reconfigure([search({ top: true }), keymap.of(searchKeymap)]) });
  openSearchPanel(view);
}
