import { createStore, del, get, set } from "idb-keyval";
import type { Keeper } from "../sandbox/asked.ts";
import type { Store } from "../store.ts";
import type { ModuleId } from "../types.ts";
import type { InputValue } from "../version.ts";

export interface KeeperOptions {
  store: Store;
  /** What the build kept for a cell, where the version is the book's own. */
  published(id: ModuleId, version: string, name: string): Promise<Uint8Array | undefined>;
  /** What a reader is told; `lost` also when the browser threw away what a cell had kept. */
  words: { noRoom(megabytes: string): string; keepsNothing: string };
  onLost(): void;
}

/** How many things of one cell are kept: of the versions before, the oldest go first. */
const most = 6;
/** A file of a control that is larger is not kept: the reader has it on their disk. */
const mostOfFile = 5e6;

/** A control's file, as it is kept. */
interface SavedFile {
  bytes: ArrayBuffer;
  called: string;
  type: string;
  lastModified: number;
}

/** Bytes that cells keep, in this browser's IndexedDB: larger things than `localStorage` takes. Which there are, the store knows. */
export class BrowserKeeper implements Keeper {
  readonly #options: KeeperOptions;
  readonly #place = createStore("humpty", "kept");

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  async kept(id: ModuleId, version: string, name: string): Promise<Uint8Array | undefined> {
    const { store, published, onLost } = this.#options;
    const entry = `${version} ${name}`;
    if (store.kept(id).includes(entry)) {
      const bytes = await get<unknown>(`${id} ${entry}`, this.#place).catch(() => undefined);
      if (bytes instanceof Uint8Array) return bytes;
      store.setKept(id, without(store.kept(id), entry));
      onLost();
    }
    return published(id, version, name);
  }

  async keep(id: ModuleId, version: string, name: string, bytes: Uint8Array): Promise<void> {
    const { store, words } = this.#options;
    const entry = `${version} ${name}`;
    const others = without(store.kept(id), entry);
    while (others.length >= most) await this.#drop(id, others);
    for (;;) {
      try {
        await set(`${id} ${entry}`, bytes, this.#place);
        store.setKept(id, [...others, entry]);
        return;
      } catch (error) {
        // Where there is no room, what this cell kept of other versions goes, the oldest first.
        if (!isFull(error)) throw new Error(words.keepsNothing);
        if (others.length === 0) throw new Error(words.noRoom((bytes.length / 1e6).toFixed(1)));
        await this.#drop(id, others);
      }
    }
  }

  /** Keeps a control's file over a reload, where it is small enough; forgets it where there is none. */
  async keepFile(id: ModuleId, name: string, file: InputValue): Promise<void> {
    const { store } = this.#options;
    const others = without(store.files(id), name);
    store.setFiles(id, others);
    const key = `${id}?${name}`;
    if (!(file instanceof File) || file.size > mostOfFile) return del(key, this.#place);
    const { name: called, type, lastModified } = file;
    // Its bytes and not itself: WebKit in private keeps no files.
    const bytes = await file.arrayBuffer();
    await set(key, { bytes, called, type, lastModified } satisfies SavedFile, this.#place);
    store.setFiles(id, [...others, name]);
  }

  async files(id: ModuleId): Promise<[name: string, file: File][]> {
    const names = this.#options.store.files(id);
    const found = await Promise.all(
      names.map((name) => get<unknown>(`${id}?${name}`, this.#place).catch(() => undefined)),
    );
    return names.flatMap((name, i) => {
      const saved = found[i] as SavedFile | undefined;
      if (!saved) return [];
      const { bytes, called, type, lastModified } = saved;
      return [[name, new File([bytes], called, { type, lastModified })] as [string, File]];
    });
  }

  async #drop(id: ModuleId, entries: string[]): Promise<void> {
    await del(`${id} ${entries.shift()}`, this.#place).catch(() => undefined);
    this.#options.store.setKept(id, entries);
  }
}

const without = (entries: readonly string[], entry: string): string[] =>
  entries.filter((one) => one !== entry);

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && /quota/i.test(error.name);
