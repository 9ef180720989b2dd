import { type Extension, Prec, StateEffect, StateField } from "@codemirror/state";
import {
  closeHoverTooltips,
  type EditorView,
  hasHoverTooltips,
  keymap,
  showTooltip,
  type Tooltip,
} from "@codemirror/view";

const show = StateEffect.define<Tooltip | null>();

/** One tooltip that was asked for, at the caret mostly: it goes when the reader goes on. */
const field = StateField.define<Tooltip | null>({
  create: () => null,
  update(now, { effects, docChanged, selection }) {
    for (const effect of effects) if (effect.is(show)) return effect.value;
    return docChanged || selection ? null : now;
  },
  provide: (field) => showTooltip.from(field),
});

export const tips: Extension = [field, Prec.highest(keymap.of([{ key: "Escape", run: hideTip }]))];

/** Shows something at a place of the text. */
export function showTip(view: EditorView, pos: number, dom: HTMLElement, mount?: () => void): void {
  const tooltip: Tooltip = {
    ...{ pos, above: true, create: () => ({ dom, ...(mount ? { mount } : {}) }) },
  };
  view.dispatch({ effects: [show.of(tooltip), closeHoverTooltips] });
}

/** Also those that the pointer opened. */
export function hideTip(view: EditorView): boolean {
  if (!view.state.field(field, false) && !hasHoverTooltips(view.state)) return false;
  view.dispatch({ effects: [show.of(null), closeHoverTooltips] });
  return true;
}
