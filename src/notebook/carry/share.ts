import { save } from "../../display/kinds/files/save.ts";
import { button, element } from "../element.ts";
import { solutionOf } from "../ids.ts";
import { openSheet } from "../page/dialog.ts";
import { mention } from "../page/notice.ts";
import type { Page } from "../page/page.ts";
import type { ModuleId } from "../types.ts";
import { digest } from "../version.ts";
import { arrivesAnywhere, longestLink, type SharedEdit, writeShared } from "./link.ts";
import { openShared, titleOf } from "./preview.ts";
import { carryWords } from "./words.ts";

/** A sheet to choose edits of the chapter from, for a link or a file; and to open such a file. */
export function openShare(page: Page): void {
  const say = carryWords(page.lang).share;
  const edited = [...page.views.keys()].filter((id) => page.sources.isEdited(id));
  const ticked = new Set(edited.filter((id) => !isAnswer(id)));
  const result = element("div.share-result");
  const draw = () => result.replaceChildren(...resultOf(page, [...ticked]));
  const ticks = edited.map((id) => {
    const box = tick(isAnswer(id) ? say.answer(titleOf(page, id)) : titleOf(page, id));
    box.control.checked = ticked.has(id);
    box.control.addEventListener("change", () => {
      if (box.control.checked) ticked.add(id);
      else ticked.delete(id);
      draw();
    });
    return box.label;
  });
  const mine =
    edited.length === 0 ? [element("p", say.nothing)] : [element("p", say.what), ...ticks, result];
  if (edited.length > 0) draw();
  const sheet = openSheet(
    say.title,
    page.words,
    ...mine,
    receiver(say.received, (text) => {
      sheet.close();
      openShared(page, text);
    }),
  );
}

const isAnswer = (id: ModuleId): boolean => solutionOf(id) !== undefined;

function tick(text: string): { label: HTMLElement; control: HTMLInputElement } {
  const control = element("input");
  control.type = "checkbox";
  return { label: element("label.share-tick", control, ` ${text}`), control };
}

function sharedEdit({ sources, store }: Page, id: ModuleId): SharedEdit {
  const { text, published } = sources.get(id);
  return { id, text, base: digest(store.edit(id)?.base ?? published.source) };
}

/** What can be sent: a link where it is short enough, and a file. */
function resultOf(page: Page, ids: readonly ModuleId[]): Node[] {
  const say = carryWords(page.lang).share;
  if (ids.length === 0) return [element("p", say.noneTicked)];
  const fragment = writeShared(ids.map((id) => sharedEdit(page, id)));
  const link = new URL(`#${fragment}`, location.href).href;
  const asFile = button(say.save, () => saveFile(page, fragment));
  if (link.length > longestLink)
    return [element("p", say.tooLong(link.length, longestLink)), asFile];
  const field = element("input.share-link");
  field.readOnly = true;
  field.value = link;
  field.ariaLabel = say.link;
  field.addEventListener("focus", () => field.select());
  const copy = button(say.copy, async () => {
    field.select();
    // Where it is not allowed, the link is marked, and the reader's own keys copy it.
    await navigator.clipboard?.writeText(link).then(
      () => mention(say.copied),
      () => undefined,
    );
  });
  const length = link.length > arrivesAnywhere ? say.mayBeCut : say.length;
  return [
    field,
    element("p.share-length", length(link.length)),
    element("p.shared-choices", copy, asFile),
  ];
}

function saveFile({ lang, chapter }: Page, fragment: string): void {
  const text = `${carryWords(lang).share.inFile}\n\n${fragment}\n`;
  save(`humpty-${chapter}-edits.txt`, new TextEncoder().encode(text));
}

/** Takes a file by choice or by drop. */
function receiver(text: string, take: (text: string) => void): HTMLElement {
  const control = element("input");
  control.type = "file";
  control.accept = ".txt,text/plain";
  control.addEventListener("change", async () => {
    const [file] = control.files ?? [];
    // A larger one holds no edits of a chapter: its beginning tells as much.
    if (file) take(await file.slice(0, 1_000_000).text());
  });
  return element("label.share-received", text, control);
}
