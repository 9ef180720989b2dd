import type { Extension } from "@codemirror/state";
import { activateHover, EditorView, hoverTooltip, keymap } from "@codemirror/view";
import { element } from "../../element.ts";
import type { Hover } from "../../language/answers.ts";
import type { Types } from "../types.ts";
import { card } from "./card.ts";
import { faultsAt } from "./faults.ts";
import { showTip } from "./tips.ts";
import type { Words } from "./words.ts";

/** What a name stands for, where the pointer rests, or at the caret with Alt-h. */
export function hover(types: Types, words: Words): Extension {
  return [
    hoverTooltip(async (_, at) => {
      const found = await types.ask("hover", at);
      if (!found) return null;
      const dom = await draw(found, types, words);
      return { pos: found.from, end: found.to, above: true, create: () => ({ dom }) };
    }),
    keymap.of([
      {
        key: "Alt-h",
        run(view) {
          void tellOfCaret(view, types, words);
          return true;
        },
      },
    ]),
    // Fingers cannot rest on a squiggle: they tap it.
    EditorView.updateListener.of(({ view, transactions, state }) => {
      const tapped = transactions.some((one) => one.isUserEvent("select.pointer"));
      if (!tapped || !matchMedia("(pointer: coarse)").matches) return;
      if (faultsAt(state, state.selection.main.head).length > 0)
        void tellOfCaret(view, types, words);
    }),
  ];
}

async function draw(found: Hover, types: Types, words: Words): Promise<HTMLElement> {
  const { origin } = found;
  const last = origin && (await types.shape(origin.module, origin.name));
  const note = last && words.shape(`[${last.shape.join(", ")}]`, last.published);
  return card(found, words, note);
}

/** Shows and reads out what is known of what stands at the caret. */
export async function tellOfCaret(view: EditorView, types: Types, words: Words): Promise<void> {
  const { doc, selection } = view.state;
  const { from } = selection.main;
  // At the end of a word, it is meant as well.
  const at = view.state.wordAt(from)?.from ?? from;
  const found = await types.ask("hover", at);
  if (view.state.doc !== doc) return;
  const faults = faultsAt(view.state, at).map(({ message }) => message);
  const known = found?.parts.map(({ text }) => text).join("");
  const said = [...faults, known, found?.about].filter((text) => text).join(" ");
  // Before it is shown: a change of the editor makes CodeMirror forget what it was about to show.
  view.dispatch({ effects: EditorView.announce.of(said || words.nothingHere) });
  if (said) activateHover(view, at, 1, { until: (next) => next.docChanged || !!next.selection });
  else showTip(view, at, element("div.cm-card", words.nothingHere));
}
