import { element } from "../element.ts";
import { nameOf } from "../ids.ts";
import type { CellResult, ModuleId } from "../types.ts";
import type { Words } from "./words.ts";

/** How long nothing must have ended, in milliseconds: a control that is dragged is told of once. */
const calm = 500;
/** How much of an output is read out, in letters. */
const most = 200;

/** Tells a screen reader how what the reader asked for ended: once, when all is still. */
export class Announcer {
  readonly #words: Words;
  readonly #outputOf: (id: ModuleId) => HTMLElement | null | undefined;
  readonly #asked = new Set<ModuleId>();
  readonly #ended = new Map<ModuleId, CellResult>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #place: HTMLElement | undefined;

  constructor(words: Words, outputOf: (id: ModuleId) => HTMLElement | null | undefined) {
    this.#words = words;
    this.#outputOf = outputOf;
  }

  /** The reader asked for this cell: how it ends is told, whatever follows it is counted. */
  ask(id: ModuleId): void {
    this.#asked.add(id);
    // There before it says anything: a region that comes with its text is not read out.
    this.#place ??= region();
  }

  finished(id: ModuleId, result: CellResult): void {
    if (this.#asked.size === 0) return;
    this.#ended.set(id, result);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), calm);
  }

  #tell(): void {
    const told = [...this.#asked].flatMap((id) => {
      const result = this.#ended.get(id);
      return result ? [this.#sentence(id, result)] : [];
    });
    // What was asked for still runs: what it needed is no news.
    if (told.length === 0) return;
    const others = [...this.#ended.keys()].filter((id) => !this.#asked.has(id)).length;
    if (others > 0) told.push(this.#words.followed(others));
    if (this.#place) this.#place.textContent = told.join(" ");
    for (const id of this.#ended.keys()) this.#asked.delete(id);
    this.#ended.clear();
  }

  #sentence(id: ModuleId, { error, milliseconds }: CellResult): string {
    const { failedAt, done } = this.#words;
    const name = nameOf(id);
    if (error) return `${name}: ${failedAt(error.line)} ${error.message}`;
    const shown = this.#outputOf(id)?.innerText.replaceAll(/\s+/g, " ").slice(0, most) ?? "";
    return `${name}: ${done(milliseconds)}. ${shown}`;
  }
}

function region(): HTMLElement {
  const made = element("div.unseen.notebook-told");
  made.setAttribute("role", "status");
  document.body.append(made);
  return made;
}
