import type { Keeper } from "../sandbox/asked.ts";
import type { Store } from "../store.ts";
import type { ModuleId, Progress } from "../types.ts";
import type { InputValue } from "../version.ts";
import { type Library, once } from "./library.ts";
import { tell } from "./notice.ts";
import type { Sources } from "./sources.ts";
import type { Words } from "./words.ts";

/** What the page keeps besides texts: bytes of cells, and files of controls. Loaded when first asked for. */
export function keeping(page: { store: Store; sources: Sources; library: Library; words: Words }) {
  const { store, sources, library, words } = page;
  const keeper = once(async () => {
    const { BrowserKeeper } = await import("./keeper.ts");
    return new BrowserKeeper({
      ...{ store, words, engine: library.engine },
      published: (id, version, name) => sources.publishedKept(id, version, name),
      onLost: () => tell(words.keptLost),
    });
  });
  const told = new Set<string>();

  return {
    keeper: {
      kept: async (...what) => (await keeper()).kept(...what),
      keep: async (...what) => (await keeper()).keep(...what),
    } satisfies Keeper,

    /** How far a cell had come when it last kept something at this version, where more is to be done. */
    waits(id: ModuleId, version: () => string): Progress | undefined {
      const all = store.reached(id);
      return Object.keys(all).length > 0 ? all[madeBy(library.engine, version())] : undefined;
    },

    /** Keeps the file that a control has now, or forgets the one that it had. */
    async keepFile(id: ModuleId, name: string, value: InputValue | undefined): Promise<void> {
      const { mostOfFile } = await import("./keeper.ts");
      let kept = !(value instanceof File) || value.size <= mostOfFile;
      await (await keeper()).keepFile(id, name, value).catch(() => {
        kept = false;
      });
      // Once for each control, not at each letter.
      if (kept || told.has(`${id}?${name}`)) return;
      told.add(`${id}?${name}`);
      tell(words.notKept(value instanceof File ? value.name : name));
    },

    /** Gives controls the files that they had. */
    async restoreFiles(): Promise<void> {
      for (const id of [...sources.ids]) {
        if (store.files(id).length === 0) continue;
        const files = await (await keeper()).files(id).catch(() => []);
        for (const [name, file] of files) sources.setInput(id, name, file);
      }
    },
  };
}

/** How the names of what is kept begin: with what computed it, and from what. */
export const madeBy = (engine: string, version: string): string => `${engine} ${version}`;
