import { createStore, del, delMany, get, set } from "idb-keyval";
import type { Keeper } from "../sandbox/asked.ts";
import type { Store } from "../store.ts";
import type { ModuleId, Progress } from "../types.ts";
import type { InputValue } from "../version.ts";
import { madeBy } from "./keeping.ts";

export interface KeeperOptions {
  store: Store;
  /** What computes: bytes that an older one made are not met again. */
  engine: string;
  /** What the build kept for a cell, where the version is the book's own. */
  published(id: ModuleId, version: string, name: string): Promise<Uint8Array | undefined>;
  /** What a cell's reader is told. */
  words: {
    noRoom(megabytes: string): string;
    keepsNothing: string;
    tooMany: string;
    unreadable: string;
  };
  /** Called when the browser threw away what a cell had kept. */
  onLost(): void;
}

/** How many versions of a cell are kept, the newest, and how many things of each. */
const most = { versions: 8, names: 16 };
/** A file of a control that is larger is not kept: the reader has it on their disk. */
export const mostOfFile = 16e6;

/** A control's file, as it is kept. */
interface StoredFile {
  bytes: ArrayBuffer;
  called: string;
  type: string;
  lastModified: number;
}

/** Bytes that cells keep, in this browser's IndexedDB: larger things than `localStorage` takes. Which there are, the store knows. */
export class BrowserKeeper implements Keeper {
  readonly #options: KeeperOptions;
  readonly #place = createStore("humpty", "kept");
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  async kept(id: ModuleId, version: string, name: string): Promise<Uint8Array | undefined> {
    const { store, engine, published, onLost, words } = this.#options;
    // The book's own first: no other cell can have put something in its place.
    const book = await published(id, version, name);
    const entry = `${madeBy(engine, version)} ${name}`;
    if (book || !store.kept(id).includes(entry)) return book;
    const bytes = await get<unknown>(`${id} ${entry}`, this.#place).catch(() => {
      // It may be there all the same: nothing is begun anew over it.
      throw new Error(words.unreadable);
    });
    if (bytes instanceof Uint8Array) return bytes;
    store.setKept(id, without(store.kept(id), entry));
    onLost();
    return undefined;
  }

  keep(
    id: ModuleId,
    version: string,
    name: string,
    bytes: Uint8Array,
    reached?: Progress,
  ): Promise<void> {
    const { store, engine, words } = this.#options;
    const mine = madeBy(engine, version);
    const entry = `${mine} ${name}`;
    return this.#inTurn(async () => {
      const names = without(store.kept(id), entry).filter((one) => one.startsWith(`${mine} `));
      if (names.length >= most.names) throw new Error(words.tooMany);
      for (;;) {
        const others = [...new Set(store.kept(id).map(versionOf))].filter((one) => one !== mine);
        try {
          if (others.length < most.versions) {
            await set(`${id} ${entry}`, bytes, this.#place);
            break;
          }
        } catch (error) {
          if (!isFull(error)) throw new Error(words.keepsNothing);
          if (others.length === 0) throw new Error(words.noRoom((bytes.length / 1e6).toFixed(1)));
        }
        // Where there is no room, what this cell kept of other versions goes, the oldest first.
        await this.#drop(id, others[0] ?? "");
      }
      store.setKept(id, [...without(store.kept(id), entry), entry]);
      this.#setReached(id, mine, reached);
    });
  }

  /** Notes how far a version has come; forgets it of those that are done or kept no more. */
  #setReached(id: ModuleId, mine: string, reached: Progress | undefined): void {
    const { store } = this.#options;
    const known = new Set(store.kept(id).map(versionOf));
    const all = { ...store.reached(id), ...(reached ? { [mine]: reached } : {}) };
    const left = Object.entries(all).filter(
      ([version, { done, total }]) => known.has(version) && done < total,
    );
    store.setReached(id, Object.fromEntries(left));
  }

  async #drop(id: ModuleId, version: string): Promise<void> {
    const { store } = this.#options;
    const gone = store.kept(id).filter((one) => versionOf(one) === version);
    store.setKept(
      id,
      store.kept(id).filter((one) => !gone.includes(one)),
    );
    await delMany(
      gone.map((one) => `${id} ${one}`),
      this.#place,
    ).catch(() => undefined);
  }

  /** Keeps a control's file over a reload, where it is small enough; forgets it where there is none. */
  keepFile(id: ModuleId, name: string, file: InputValue | undefined): Promise<void> {
    const { store } = this.#options;
    const key = `${id}?${name}`;
    return this.#inTurn(async () => {
      if (!(file instanceof File) || file.size > mostOfFile) {
        store.setFiles(id, without(store.files(id), name));
        return del(key, this.#place);
      }
      const { name: called, type, lastModified } = file;
      // Its bytes and not itself: WebKit in private keeps no files.
      const bytes = await file.arrayBuffer();
      await set(key, { bytes, called, type, lastModified } satisfies StoredFile, this.#place);
      store.setFiles(id, [...without(store.files(id), name), name]);
    });
  }

  async files(id: ModuleId): Promise<[name: string, file: File][]> {
    const names = this.#options.store.files(id);
    const found = await Promise.all(
      names.map((name) => get<StoredFile>(`${id}?${name}`, this.#place).catch(() => undefined)),
    );
    return names.flatMap((name, i) => {
      const saved = found[i];
      if (!saved) return [];
      const { bytes, called, type, lastModified } = saved;
      return [[name, new File([bytes], called, { type, lastModified })] as [string, File]];
    });
  }

  /** One write after the other, in all tabs: each reads what there is and adds to it. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const locked = () =>
      globalThis.navigator?.locks
        ? (navigator.locks.request("humpty kept", work) as Promise<T>)
        : work();
    const next = this.#turn.then(locked);
    this.#turn = next.catch(() => undefined);
    return next;
  }
}

/** What computed an entry, and the version that it is of: all but its name, which may have spaces. */
const versionOf = (entry: string): string => entry.split(" ", 2).join(" ");

const without = (entries: readonly string[], entry: string): string[] =>
  entries.filter((one) => one !== entry);

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && /quota/i.test(error.name);
