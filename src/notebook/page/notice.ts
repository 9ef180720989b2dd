/** Asks a question in a dialog of the page; true when the reader said yes. */
export function ask(question: string, yes: string, no: string): Promise<boolean> {
  const dialog = document.createElement("dialog");
  dialog.className = "notebook-dialog";
  const text = document.createElement("p");
  text.textContent = question;
  const buttons = document.createElement("form");
  buttons.method = "dialog";
  buttons.append(button(no, "no"), button(yes, "yes"));
  dialog.append(text, buttons);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}

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

function button(label: string, value: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.textContent = label;
  made.value = value;
  return made;
}
