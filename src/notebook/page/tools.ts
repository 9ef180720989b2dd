import type { ModuleId } from "../types.ts";
import { openMenu } from "./menu.ts";
import { mention, tell } from "./notice.ts";
import type { Page } from "./page.ts";

/** Opens what a cell's menu offers. What an item does is loaded when it is chosen. */
export function openCellMenu(at: HTMLElement, page: Page, id: ModuleId): void {
  const { words } = page;
  const compare = async () => (await import("../past/compare.ts")).toggleCompare(page, id);
  const earlier = async () => (await import("../past/earlier.ts")).showEarlier(page, id);
  openMenu(at, [
    ...(page.sources.isEdited(id) ? [{ label: words.compare, run: compare }] : []),
    { label: words.earlier, run: earlier },
    { label: words.copyLink, run: () => copyLink(page, id) },
  ]);
}

/** Opens what the chapter's menu offers. */
export function openChapterMenu(at: HTMLElement, page: Page): void {
  const { words } = page;
  const share = async () => (await import("../carry/share.ts")).openShare(page);
  const take = async (chapter?: string) =>
    (await import("../carry/download.ts")).download(page, chapter);
  const keys = async () => (await import("./keys.ts")).showKeys(page);
  openMenu(at, [
    { label: words.shareEdits, run: share },
    { label: words.downloadChapter, run: () => take(page.chapter) },
    { label: words.downloadBook, run: () => take() },
    { label: words.keys, run: keys },
  ]);
}

async function copyLink({ words, views }: Page, id: ModuleId): Promise<void> {
  const link = new URL(`#${views.get(id)?.section.id}`, location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    mention(words.linkCopied);
  } catch {
    // Not allowed, or not on a secure page: the reader can copy it by hand.
    tell(link);
  }
}
