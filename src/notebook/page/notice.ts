import { button } from "./dialog.ts";

/** Tells the reader something at the foot of the page, with at most one thing to do about it. */
export function tell(message: string, action?: { label: string; run: () => void }): HTMLElement {
  const notices = place();
  const notice = document.createElement("div");
  notice.className = "notebook-notice";
  const text = document.createElement("span");
  text.textContent = message;
  const close = button("×", "");
  close.className = "notebook-notice-close";
  close.ariaLabel = document.documentElement.lang.startsWith("zh") ? "关闭" : "Close";
  close.addEventListener("click", () => notice.remove());
  notice.append(text);
  if (action) {
    const act = button(action.label, "");
    act.addEventListener("click", () => {
      notice.remove();
      action.run();
    });
    notice.append(act);
  }
  notice.append(close);
  while (notices.childElementCount >= 3) notices.firstElementChild?.remove();
  notices.append(notice);
  return notice;
}

/** Tells something that the reader need not answer: it goes by itself, unless they point at it. */
export function mention(message: string): void {
  const notice = tell(message);
  const leave = () => (notice.matches(":hover, :focus-within") ? later() : notice.remove());
  const later = () => void setTimeout(leave, 6000);
  later();
}

/** What lies over the foot of the page. */
export function foot(): HTMLElement {
  return found(".notebook-foot") ?? make("notebook-foot", document.body);
}

function place(): HTMLElement {
  const there = found(".notebook-notices");
  if (there) return there;
  const made = make("notebook-notices", foot());
  made.setAttribute("role", "status");
  return made;
}

const found = (selector: string) => document.querySelector<HTMLElement>(selector);

function make(name: string, parent: HTMLElement): HTMLElement {
  const made = document.createElement("div");
  made.className = name;
  parent.append(made);
  return made;
}
