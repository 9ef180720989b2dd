import type { LastShape, Types } from "../editor/types.ts";
import type { Definition, Diagnosis } from "../language/answers.ts";
import type { Language } from "../language/client.ts";
import type { Asked, Question } from "../language/questions.ts";
import type { ModuleId } from "../types.ts";
import { follow } from "./going.ts";
import { tell } from "./notice.ts";
import type { Page } from "./page.ts";

/** How long after an edit the other cells are looked at again, in milliseconds. */
const settled = 300;

/** The types of a page's cells: one language service for all editors, started when the first of them asks. */
export class PageTypes {
  readonly #page: Page;
  #language: Promise<Language> | undefined;
  /** Editors that want to know when another cell changed: theirs may use it. */
  readonly #listeners = new Map<ModuleId, () => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  #load(): Promise<Language> {
    const { library, sources, words } = this.#page;
    this.#language ??= import("../language/client.ts").then(
      ({ Language }) =>
        new Language({
          worker: library.language,
          declarations: library.declarations,
          texts: () => [...sources.ids].map((id) => [id, sources.get(id).text]),
          onCrash: (how) => tell(words.types[how]),
        }),
    );
    this.#language.catch(() => {
      this.#language = undefined;
    });
    return this.#language;
  }

  /** What the editor of a cell is given. */
  of(id: ModuleId): Types {
    return {
      id,
      wanted: () => this.#language !== undefined || this.#page.sources.isEdited(id),
      load: async () => void (await this.#load()),
      ask: async <Q extends Question>(question: Q, ...asked: unknown[]) =>
        (await this.#load()).ask(question, ...([id, ...asked] as Asked<Q>)),
      diagnose: () => this.#diagnose(id),
      go: (to) => this.#go(to),
      shape: (module, name) => this.#shape(module, name),
      onChange: (changed) => void this.#listeners.set(id, changed),
    };
  }

  /** Tells the editors of the other cells, when the reader pauses. */
  edited(id: ModuleId): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const [other, tell] of this.#listeners) if (other !== id) tell();
    }, settled);
  }

  /** Cells of other chapters are loaded when they are imported. */
  async #diagnose(id: ModuleId): Promise<Diagnosis | undefined> {
    const { sources } = this.#page;
    const language = await this.#load();
    const found = await language.ask("diagnose", id);
    const missing = found?.missing.filter((one) => !sources.has(one)) ?? [];
    // What does not compile has its text all the same.
    await Promise.all(missing.map((one) => sources.prepare(one).catch(() => undefined)));
    return missing.some((one) => sources.has(one)) ? language.ask("diagnose", id) : found;
  }

  /** To a cell, or to the page of a package's reference, which opens beside this one. */
  async #go(to: Definition): Promise<boolean> {
    if (to && "module" in to) {
      await follow(this.#page, to.module, to.line, to.from);
      return true;
    }
    if (to?.package !== "@humpty/model") return false;
    const { families } = await import("../../site/reference/families.ts");
    const family = families.find(({ from }) => from.test(to.file));
    if (!family) return false;
    open(`${this.#page.base}model/${family.slug}/#${to.name}`, "_blank", "noopener");
    return true;
  }

  async #shape(module: ModuleId, name: string): Promise<LastShape | undefined> {
    const { notebook, library } = this.#page;
    const result = notebook.results.get(module);
    const shapes = (result ?? (await library.result(module)))?.shapes ?? {};
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    return shape && { shape, published: result === undefined };
  }
}
