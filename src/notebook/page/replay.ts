import { textFile } from "../../display/kinds/input/text-file.ts";
import type { ModuleId } from "../types.ts";
import type { InputValue } from "../version.ts";

/** What can be done with a page whose cells listen. */
export interface Awake {
  /** Makes a cell's published output live, so that its numbers explain themselves and its controls answer. */
  enliven(id: ModuleId): Promise<void>;
  setInput(id: ModuleId, name: string, value: InputValue | undefined): void;
}

/** What to do again of an event that came before the cells listened. */
export function replay(trigger: Event): ((page: Awake) => unknown) | undefined {
  const target = trigger.target instanceof HTMLElement ? trigger.target : undefined;
  if (!target) return undefined;
  if (isPageKey(trigger)) return () => target.dispatchEvent(new KeyboardEvent("keydown", trigger));
  const button = target.closest<HTMLElement>("[data-action], [data-chapter-action]");
  if (trigger.type === "click" && button) return () => button.click();
  if (isRunKey(trigger)) return () => target.dispatchEvent(new KeyboardEvent("keydown", trigger));
  const code = target.closest<HTMLElement>("pre.code");
  if (code) return replayInCode(trigger, code);
  const id = cellOf(target);
  return id && target.closest(".cell-output") ? replayInOutput(trigger, target, id) : undefined;
}

export const cellOf = (element: Element): ModuleId | undefined =>
  element.closest<HTMLElement>(".cell")?.dataset["cell"];

const isPageKey = (event: Event): event is KeyboardEvent =>
  event instanceof KeyboardEvent && /^[?jk]$/.test(event.key);

const isRunKey = (event: Event): event is KeyboardEvent =>
  event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey);

function replayInCode(trigger: Event, code: HTMLElement): (() => unknown) | undefined {
  if (trigger.type === "focusin")
    return () => code === document.activeElement && code.dispatchEvent(new FocusEvent("focus"));
  if (trigger.type !== "pointerup" || !(trigger instanceof PointerEvent)) return undefined;
  const { clientX, clientY } = trigger;
  return () =>
    code.dispatchEvent(new PointerEvent("pointerup", { clientX, clientY, bubbles: true }));
}

function replayInOutput(
  trigger: Event,
  target: HTMLElement,
  id: ModuleId,
): (page: Awake) => unknown {
  const name = target.closest(".d-input")?.querySelector(".d-input-name")?.textContent;
  const value = settingOf(target);
  if (trigger.type === "input" && typeof name === "string" && value !== undefined)
    return (page) => page.setInput(id, name, value);
  return async (page) => {
    await page.enliven(id);
    // A control says by itself what the click did to it: a second one would tick a box back.
    if (trigger.type === "click" && !target.closest("label, input, select, textarea"))
      target.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    if (trigger.type === "pointerover")
      target.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
  };
}

function settingOf(control: HTMLElement): InputValue | undefined {
  if (control instanceof HTMLSelectElement) return control.value;
  if (control instanceof HTMLTextAreaElement) return textFile(control.value);
  if (!(control instanceof HTMLInputElement)) return undefined;
  if (control.type === "file") return control.files?.[0];
  if (control.type === "range") return control.valueAsNumber;
  return control.type === "checkbox" ? control.checked : control.value;
}
