import { type Extension, Prec, StateEffect, StateField } from "@codemirror/state";
import {
  EditorView,
  keymap,
  showTooltip,
  type Tooltip,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import { element } from "../../element.ts";
import type { Signature } from "../../language/answers.ts";
import type { Types } from "../types.ts";
import { documentation } from "./card.ts";
import type { Words } from "./words.ts";

const show = StateEffect.define<Tooltip | null>();

const field = StateField.define<Tooltip | null>({
  create: () => null,
  update(now, { effects, changes }) {
    for (const effect of effects) if (effect.is(show)) return effect.value;
    return now && { ...now, pos: changes.mapPos(now.pos) };
  },
  provide: (field) => showTooltip.from(field),
});

/** The call that the reader is writing, from its bracket on: which of its parameters comes now. */
export function signature(types: Types, words: Words): Extension {
  const plugin = ViewPlugin.define((view) => {
    let asked = 0;
    const ask = async (): Promise<void> => {
      const mine = ++asked;
      const found = await types.ask("signature", view.state.selection.main.head);
      if (mine !== asked) return;
      view.dispatch({ effects: show.of(found ? toTooltip(found, words) : null) });
    };
    return {
      ask,
      update({ docChanged, selectionSet, state, view }: ViewUpdate) {
        if (!docChanged && !selectionSet) return;
        const { head } = state.selection.main;
        const opens = docChanged && /[(,]/.test(state.sliceDoc(head - 1, head)) && view.hasFocus;
        if (opens || state.field(field, false)) void ask();
      },
    };
  });
  return [
    field,
    plugin,
    keymap.of([
      {
        key: "Mod-Shift-Space",
        run(view) {
          void view.plugin(plugin)?.ask();
          return true;
        },
      },
    ]),
    Prec.high(keymap.of([{ key: "Escape", run: hide }])),
    EditorView.domEventObservers({ blur: (_, view) => void hide(view) }),
  ];
}

function hide(view: EditorView): boolean {
  if (!view.state.field(field, false)) return false;
  view.dispatch({ effects: show.of(null) });
  return true;
}

function toTooltip({ from, parts, parameter, index, count, ...said }: Signature, words: Words) {
  const code = parts.map(({ text, active }) => element(active ? "strong" : "span", text));
  const about = { about: parameter || said.about, tags: [] };
  const dom = element(
    "div.cm-card",
    element("div.cm-card-code", ...code),
    ...(count > 1 ? [element("div.cm-card-note", words.overload(index + 1, count))] : []),
    ...documentation(about, words).slice(0, 1),
  );
  return { pos: from, above: true, create: () => ({ dom }) };
}
