/** What a reader has done of a chapter: sections read to their end, cells run, exercises solved, each by its anchor. */
export interface Progress {
  read: string[];
  ran: string[];
  solved: string[];
}
export type Deed = keyof Progress;

/** The start of the keys under which a browser keeps it. */
const prefix = "humpty:progress:";

/** What this browser's reader has done of a chapter; nothing, where that is not to be had or not to be read. */
export function progressOf(slug: string): Progress {
  let kept: unknown;
  try {
    kept = JSON.parse(localStorage.getItem(prefix + slug) ?? "{}");
  } catch {
    // No storage, or not ours: it is no text of the reader's, and begins anew.
  }
  const { read, ran, solved } = Object(kept) as Record<string, unknown>;
  return { read: anchors(read), ran: anchors(ran), solved: anchors(solved) };
}

const anchors = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/** Notes a deed, once. */
export function note(slug: string, deed: Deed, anchor: string): void {
  const progress = progressOf(slug);
  if (progress[deed].includes(anchor)) return;
  progress[deed].push(anchor);
  try {
    localStorage.setItem(prefix + slug, JSON.stringify(progress));
  } catch {
    // Full or forbidden: the reader's texts come first.
  }
  dispatchEvent(new Event("humpty:progress"));
}

/** Fills in, wherever the page tells of progress, what has been done. */
export function drawProgress(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-progress]")) {
    const progress = progressOf(place.dataset["progress"] ?? "");
    for (const told of place.querySelectorAll<HTMLElement>("[data-deed]")) {
      const count = progress[told.dataset["deed"] as Deed]?.length ?? 0;
      const number = told.querySelector("b");
      if (number) number.textContent = String(Math.min(count, Number(told.dataset["of"])));
      told.hidden = count === 0;
      if (count > 0) place.hidden = false;
    }
  }
}
