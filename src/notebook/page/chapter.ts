import { nameOf } from "../ids.ts";
import { goTo } from "./going.ts";
import type { ChapterMap } from "./map.tsx";
import { mention, tell } from "./notice.ts";
import type { Page } from "./page.ts";

/** What is done with all cells of a page: the buttons beside its contents. */
export class Chapter {
  readonly #page: Page;
  #map: ChapterMap | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  press(button: HTMLElement): void {
    const action = button.dataset["chapterAction"];
    if (action === "run-all") void this.runAll();
    if (action === "reset") void this.#page.resets.chapter();
    if (action === "more") void this.#openMenu(button);
    if (action === "map") void this.#toggleMap(button);
  }

  async runAll(): Promise<void> {
    const { notebook, views, words } = this.#page;
    const ids = [...views.keys()];
    const began = performance.now();
    await notebook.run(ids);
    const ended = ids.map((id) => ({ id, state: notebook.status(id).state }));
    const failed = ended.filter(({ state }) => state === "failed");
    const [first] = failed;
    if (first)
      tell(words.someFailed(ids.length, failed.length), {
        label: nameOf(first.id),
        run: () => goTo(this.#page, first.id),
      });
    // Stopped: the reader knows.
    if (ended.every(({ state }) => state === "done" || state === "published"))
      mention(words.ranAll(ids.length, performance.now() - began));
  }

  async #openMenu(button: HTMLElement): Promise<void> {
    (await import("./tools.ts")).openChapterMenu(button, this.#page);
  }

  async #toggleMap(button: HTMLElement): Promise<void> {
    const sections = this.#page.root.querySelector(".contents ol");
    const { ChapterMap } = await import("./map.tsx");
    this.#map?.close();
    this.#map = this.#map || !sections ? undefined : new ChapterMap(this.#page, sections);
    button.ariaPressed = String(this.#map !== undefined);
  }

  /** What changed in a cell is seen on the map as well, where that is open. */
  draw(): void {
    this.#map?.draw();
  }
}
