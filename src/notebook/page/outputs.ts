import type { Lang } from "../../display/words.ts";
import type { CellResult, ModuleId } from "../types.ts";
import type { InputValue } from "../version.ts";
import type { Library } from "./library.ts";
import type { Notebook } from "./notebook.ts";
import type { Sources } from "./sources.ts";

export interface OutputsOptions {
  lang: Lang;
  library: Library;
  notebook: Notebook;
  sources: Sources;
  setInput(id: ModuleId, name: string, value: InputValue | undefined): void;
  follow(module: ModuleId, line: number | undefined): Promise<void>;
  /** Called when a cell is to be drawn again. */
  changed(id: ModuleId): void;
}

/** The outputs of a page's cells: as the build drew them until they are pointed at or run. */
export class Outputs {
  readonly #options: OutputsOptions;
  /** Published results that were made live. */
  readonly #published = new Map<ModuleId, CellResult>();
  /** Cells whose controls answer by themselves. */
  readonly #live = new Set<ModuleId>();
  #views: typeof import("./output.ts") | undefined;
  #loading: Promise<void> | undefined;

  constructor(options: OutputsOptions) {
    this.#options = options;
  }

  /** Makes a cell's published output live, so that its numbers explain themselves and its controls answer. */
  async enliven(id: ModuleId): Promise<void> {
    const { library, notebook, changed } = this.#options;
    if (notebook.results.has(id) || this.#published.has(id)) return;
    const [result] = await Promise.all([library.result(id), this.#load()]);
    if (result) this.#published.set(id, result);
    changed(id);
  }

  #load(): Promise<void> {
    this.#loading ??= import("./output.ts").then((views) => {
      this.#views = views;
    });
    return this.#loading;
  }

  isLive(id: ModuleId): boolean {
    return this.#live.has(id);
  }

  /** Draws what there is to draw; false where what draws has yet to be loaded: the cell is then drawn again. */
  draw(id: ModuleId, place: HTMLElement | null): boolean {
    const { lang, notebook, sources, setInput, follow, changed } = this.#options;
    const showing = notebook.showing.get(id);
    const result = showing?.outputs.length
      ? { ...empty, outputs: showing.outputs }
      : (notebook.results.get(id) ?? this.#published.get(id));
    if (!this.#views && (result || showing)) void this.#load().then(() => changed(id));
    if (!result || !place) return true;
    if (!this.#views) return false;
    this.#live.add(id);
    this.#views.drawResult(place, result, {
      lang,
      inputs: sources.inputs(id),
      actions: {
        input: (name, value) => setInput(id, name, value),
        follow: (module, line) => void follow(module, line),
      },
    });
    return true;
  }
}

const empty: CellResult = { outputs: [], log: [], values: {}, milliseconds: 0 };
