import type { Page } from "./page.ts";
import { cellOf } from "./replay.ts";

/** The keys that work on the whole page. Those of the code are the editor's. */
export function listenToKeys(page: Page): void {
  page.root.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return;
    const act = actionOf(page, event);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actionOf(page: Page, event: KeyboardEvent): (() => unknown) | undefined {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey) return key === "." ? () => page.notebook.stop() : undefined;
  if (altKey || !page.store.singleKeys || isTyping(event)) return undefined;
  if (key === "?") return async () => (await import("./keys.ts")).showKeys(page);
  if (key === "j") return () => step(page, event, 1);
  if (key === "k") return () => step(page, event, -1);
  return undefined;
}

/** Whether a letter belongs to what the reader writes. Looks into the editor's shadow. */
export function isTyping(event: Event): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** From the cell that has the focus, or from where the window begins. */
function step({ views }: Page, { target }: Event, by: 1 | -1): void {
  const sections = [...views.values()].map(({ section }) => section);
  const from = target instanceof Element ? cellOf(target) : undefined;
  const at = sections.findIndex(({ dataset }) => dataset["cell"] === from);
  const below = sections.findIndex((one) => one.getBoundingClientRect().top > 1);
  const first = below < 0 ? sections.length : below;
  const next = at >= 0 ? at + by : by > 0 ? first : first - 1;
  const section = sections[Math.max(0, Math.min(next, sections.length - 1))];
  section?.querySelector<HTMLElement>('[data-action="run"]:not([hidden])')?.focus();
  section?.scrollIntoView({ block: "start" });
}
