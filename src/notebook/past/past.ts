import type { Lang } from "../../display/words.ts";
import { nameOf, starterOf } from "../ids.ts";
import type { CellView } from "../page/cell-view.ts";
import { once } from "../page/library.ts";
import { tell } from "../page/notice.ts";
import type { Sources } from "../page/sources.ts";
import type { ModuleId } from "../types.ts";
import type { End, Version } from "./versions.ts";

/** How long after the last letter the changes are kept, in milliseconds. */
const pause = 400;
/** Who typed so shortly before another tab changed the text should hear of it, in milliseconds. */
const recent = 10_000;
/** How long an editor waits for its past, in milliseconds. */
const patience = 2_000;

const undoKey = (id: ModuleId): string => `undo ${id}`;

/** What the reader's cells were before, kept so that one can go back: texts that were run or replaced, and the changes to undo. */
export class Past {
  readonly #page: {
    lang: Lang;
    sources: Sources;
    views: ReadonlyMap<ModuleId, CellView>;
  };
  readonly #shelf = once(async () => new (await import("./shelf.ts")).Shelf());
  /** When the reader last typed in this tab, by cell, since another tab changed its text. */
  readonly #typed = new Map<ModuleId, number>();
  /** Cells whose changes are yet to be kept. */
  readonly #unkept = new Set<ModuleId>();
  /** What is to be done again when a cell's text has changed. */
  readonly #watchers = new Map<ModuleId, () => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: { lang: Lang; sources: Sources; views: ReadonlyMap<ModuleId, CellView> }) {
    this.#page = page;
    addEventListener("pagehide", () => void this.#keepUndo());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") void this.#keepUndo();
    });
  }

  /** The changes that led to a cell's text, for its editor; undefined for the book's text. */
  async undo(id: ModuleId): Promise<unknown> {
    if (!this.#page.sources.isEdited(id)) return undefined;
    const kept = this.#shelf().then((shelf) => shelf.get(undoKey(id)));
    const late = new Promise<undefined>((then) => setTimeout(then, patience));
    return Promise.race([kept, late]).catch(() => undefined);
  }

  /** Calls `act`, or nothing any more, soon after a change of a cell's text. */
  watch(id: ModuleId, act: (() => void) | undefined): void {
    if (act) this.#watchers.set(id, act);
    else this.#watchers.delete(id);
  }

  /** The editor's text changed; what was not so before was typed here. */
  edited(id: ModuleId, text: string): void {
    if (this.#page.sources.get(id).text !== text) this.#typed.set(id, Date.now());
    this.#unkept.add(id);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keepUndo(), pause);
  }

  async #keepUndo(): Promise<void> {
    clearTimeout(this.#timer);
    const ids = [...this.#unkept];
    this.#unkept.clear();
    const { sources, views } = this.#page;
    for (const id of ids) {
      this.#watchers.get(id)?.();
      const editor = await views.get(id)?.openEditor();
      const past = sources.isEdited(id) ? editor?.past : undefined;
      await (await this.#shelf()).set(undoKey(id), past);
    }
  }

  ran(id: ModuleId, text: string, end: End, milliseconds: number): void {
    this.#record(id, { text, end, milliseconds });
  }

  /** Another text took the place of the one that a cell had. */
  replaced(id: ModuleId, text: string): void {
    this.#record(id, gone(text));
  }

  /** The same by another tab: what was typed in that tab is no earlier version yet. */
  replacedOutside(id: ModuleId, text: string): void {
    const typed = this.#typed.get(id);
    if (typed === undefined) return;
    this.#typed.delete(id);
    this.replaced(id, text);
    if (Date.now() - typed < recent) this.#tellChanged(id);
  }

  /** This tab's text took the place of another's, of which it never knew. */
  overwritten(id: ModuleId, text: string): void {
    this.#record(id, gone(text));
    this.#tellChanged(id);
  }

  #tellChanged(id: ModuleId): void {
    void import("./words.ts").then(({ wordsOf }) =>
      tell(wordsOf(this.#page.lang).changedInTwo(nameOf(id))),
    );
  }

  #record(id: ModuleId, version: Omit<Version, "time">): void {
    const { sources } = this.#page;
    // A solution has no text of its own.
    if (starterOf(id) !== undefined || version.text === sources.get(id).published.source) return;
    const time = Date.now();
    void Promise.all([this.#shelf(), import("./versions.ts")]).then(
      ([shelf, { readVersions, versionsKey, withVersion }]) =>
        shelf.change(versionsKey(id), (kept) =>
          withVersion(readVersions(kept), { ...version, time }),
        ),
    );
  }

  /** A cell's earlier versions, newest first, and whether they are kept beyond this visit. */
  async versions(id: ModuleId): Promise<{ versions: Version[]; kept: boolean }> {
    const [shelf, { readVersions, versionsKey }] = await Promise.all([
      this.#shelf(),
      import("./versions.ts"),
    ]);
    return { versions: readVersions(await shelf.get(versionsKey(id))), kept: shelf.keeps };
  }
}

const gone = (text: string): Omit<Version, "time"> => ({ text, end: "replaced", milliseconds: 0 });
