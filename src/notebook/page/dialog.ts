import type { Words } from "./words.ts";

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

/** Opens a sheet over the page, with a title and a button that closes it; gives what closes it. */
export function openSheet(title: string, words: Words, ...content: Node[]): HTMLDialogElement {
  const sheet = document.createElement("dialog");
  sheet.className = "notebook-dialog notebook-sheet";
  sheet.closedBy = "any";
  const heading = document.createElement("h2");
  heading.textContent = title;
  const close = button("×", "");
  close.className = "notebook-sheet-close";
  close.ariaLabel = words.close;
  close.addEventListener("click", () => sheet.close());
  sheet.append(heading, close, ...content);
  sheet.setAttribute("aria-label", title);
  sheet.addEventListener("close", () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
  return sheet;
}

export function button(label: string, value: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.textContent = label;
  made.value = value;
  return made;
}
