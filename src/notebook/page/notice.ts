import { button, element } from "../element.ts";

/** Tells the reader something at the foot of the page, with at most one thing to do about it. */
export function tell(message: string, action?: { label: string; run: () => void }): HTMLElement {
  const notices = part(".notebook-notices");
  const notice = element("div.notebook-notice", element("span", message));
  if (action)
    notice.append(
      button(action.label, () => {
        notice.remove();
        action.run();
      }),
    );
  const close = button("×", () => notice.remove());
  close.className = "notebook-notice-close";
  close.ariaLabel = document.documentElement.lang.startsWith("zh") ? "关闭" : "Close";
  notice.append(close);
  while (notices.childElementCount >= 3) notices.firstElementChild?.remove();
  notices.append(notice);
  return notice;
}

/** Tells that something cannot be loaded, in words that came with the page. */
export const tellLost = (): void => void tell(part(".notebook-notices").dataset["lost"] ?? "");

/** Tells something that the reader need not answer: it goes by itself, unless they point at it. */
export function mention(message: string): void {
  const notice = tell(message);
  const leave = () => (notice.matches(":hover, :focus-within") ? later() : notice.remove());
  const later = () => void setTimeout(leave, 6000);
  later();
}

/** What lies over the foot of the page. */
export const foot = (): HTMLElement => part(".notebook-foot");

const part = (selector: string): HTMLElement =>
  document.querySelector<HTMLElement>(selector) ?? element("div");
