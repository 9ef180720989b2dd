import { button, element } from "../element.ts";
import type { Words } from "./words.ts";

/** Asks a question in a dialog of the page; true when the reader said yes. */
export function ask(question: string, yes: string, no: string): Promise<boolean> {
  const buttons = element("form", choice(no, "no"), choice(yes, "yes"));
  buttons.method = "dialog";
  const dialog = element("dialog.notebook-dialog", element("p", question), buttons);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}

/** What closes a dialog, with its value. */
function choice(label: string, value: string): HTMLElement {
  const made = element("button", label);
  made.value = value;
  return made;
}

/** Opens a sheet over the page, with a title and a button that closes it. */
export function openSheet(title: string, words: Words, ...content: Node[]): HTMLDialogElement {
  const close = button("×", () => sheet.close());
  close.className = "notebook-sheet-close";
  close.ariaLabel = words.close;
  const sheet = element(
    "dialog.notebook-dialog.notebook-sheet",
    element("h2", title),
    close,
    ...content,
  );
  sheet.closedBy = "any";
  sheet.ariaLabel = title;
  sheet.addEventListener("close", () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
  return sheet;
}
