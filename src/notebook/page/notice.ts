import { button } from "./dialog.ts";

/** Tells the reader something at the foot of the page, with at most one thing to do about it. */
export function tell(message: string, action?: { label: string; run: () => void }): void {
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
}

function place(): HTMLElement {
  const found = document.querySelector<HTMLElement>(".notebook-notices");
  if (found) return found;
  const made = document.createElement("div");
  made.className = "notebook-notices";
  made.setAttribute("role", "status");
  document.body.append(made);
  return made;
}
