import { button, element } from "../element.ts";

export interface MenuItem {
  label: string;
  run(): unknown;
}

/** Opens a menu at a button: arrows move in it, Escape and a press elsewhere close it. */
export function openMenu(at: HTMLElement, items: readonly MenuItem[]): void {
  const menu = element("div.notebook-menu");
  menu.popover = "auto";
  menu.setAttribute("role", "menu");
  menu.ariaLabel = at.ariaLabel ?? at.textContent;
  for (const { label, run } of items) {
    const item = button(label, () => {
      menu.hidePopover();
      run();
    });
    item.setAttribute("role", "menuitem");
    menu.append(item);
  }
  menu.addEventListener("keydown", (event) => move(menu, event));
  menu.addEventListener("toggle", ({ newState }) => {
    at.ariaExpanded = String(newState === "open");
    if (newState === "closed") menu.remove();
  });
  at.after(menu);
  // The button is what it is placed by, and where the keyboard goes back to.
  menu.showPopover({ source: at });
  menu.querySelector("button")?.focus();
}

function move(menu: HTMLElement, event: KeyboardEvent): void {
  const items = [...menu.querySelectorAll("button")];
  const { activeElement } = document;
  const now = activeElement instanceof HTMLButtonElement ? items.indexOf(activeElement) : -1;
  const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key];
  if (event.key === "Tab") menu.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}
