import type { ModuleId } from "./types.ts";
import type { Inputs, InputValue } from "./version.ts";

/** A reader's text of a cell, and the book's text that it started from. */
export interface Edit {
  text: string;
  base: string;
  /** When it was last changed, in milliseconds since 1970. */
  time: number;
}

/** What can go wrong with a browser's storage: it is not to be had, it is full, or something in it cannot be read. */
export type Trouble = "unavailable" | "full" | "corrupt";

const editKey = (id: ModuleId): string => `humpty:edit:${id}`;
const inputsKey = (id: ModuleId): string => `humpty:inputs:${id}`;
const asideKey = (key: string): string => key.replace("humpty:", "humpty-aside:");

/**
 * The reader's edits and the positions of controls. What is set is at once in memory, and in the browser's storage where that can be:
 * a private window or a full storage loses nothing while the page is open.
 */
export class Store {
  readonly #storage: Storage | undefined;
  /** What this page set, by key; null for what it removed. It stands before the storage. */
  readonly #memory = new Map<string, string | null>();
  readonly #unsaved = new Set<string>();
  readonly #told = new Set<Trouble>();
  onTrouble: ((trouble: Trouble) => void) | undefined;
  /** Called when another tab changed an edit. */
  onOutside: ((id: ModuleId) => void) | undefined;

  constructor(storage: Storage | undefined) {
    this.#storage = storage;
    globalThis.addEventListener?.("storage", (event: StorageEvent) => {
      const id = event.key?.startsWith("humpty:edit:")
        ? event.key.slice("humpty:edit:".length)
        : undefined;
      if (id === undefined || event.key === null || this.#unsaved.has(event.key)) return;
      this.#memory.delete(event.key);
      this.onOutside?.(id);
    });
  }

  edit(id: ModuleId): Edit | undefined {
    return this.#read(editKey(id), isEdit);
  }

  /** Keeps the reader's text; a text equal to `base` is no edit, and is removed. */
  setEdit(id: ModuleId, text: string, base: string): void {
    if (text === base) this.#write(editKey(id), null);
    else this.#write(editKey(id), JSON.stringify({ text, base, time: Date.now() } satisfies Edit));
  }

  /** Whether the book's text of a cell has changed since the reader's edit of it began. */
  outdated(id: ModuleId, source: string): boolean {
    const edit = this.edit(id);
    return edit !== undefined && edit.base !== source;
  }

  inputs(id: ModuleId): Inputs {
    return this.#read(inputsKey(id), isInputs) ?? {};
  }

  setInput(id: ModuleId, name: string, value: InputValue): void {
    this.#write(inputsKey(id), JSON.stringify({ ...this.inputs(id), [name]: value }));
  }

  #read<T>(key: string, isOne: (value: unknown) => value is T): T | undefined {
    const text = this.#memory.has(key) ? this.#memory.get(key) : this.#stored(key);
    if (text === null || text === undefined) return undefined;
    try {
      const value: unknown = JSON.parse(text);
      if (isOne(value)) return value;
    } catch {
      // Told below: what cannot be read is set aside, not deleted.
    }
    this.#write(asideKey(key), text);
    this.#write(key, null);
    this.#tell("corrupt");
    return undefined;
  }

  #stored(key: string): string | null {
    try {
      return this.#storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  #write(key: string, text: string | null): void {
    this.#memory.set(key, text);
    this.#unsaved.add(key);
    if (!this.#storage) {
      this.#tell("unavailable");
      return;
    }
    // What could not be saved before is tried again with each change.
    for (const one of this.#unsaved) {
      try {
        const kept = this.#memory.get(one);
        if (kept === null || kept === undefined) this.#storage.removeItem(one);
        else this.#storage.setItem(one, kept);
        this.#unsaved.delete(one);
      } catch (error) {
        const full = error instanceof DOMException && /quota/i.test(error.name);
        this.#tell(full ? "full" : "unavailable");
      }
    }
    if (this.#unsaved.size === 0) this.#told.delete("full");
  }

  #tell(trouble: Trouble): void {
    if (this.#told.has(trouble)) return;
    this.#told.add(trouble);
    this.onTrouble?.(trouble);
  }
}

/** The store in this browser's storage, or in memory where the browser gives none. */
export function openStore(): Store {
  try {
    // Reading the property throws where storage is forbidden; a private window may throw at the first write.
    return new Store(globalThis.localStorage);
  } catch {
    return new Store(undefined);
  }
}

function isEdit(value: unknown): value is Edit {
  if (typeof value !== "object" || value === null) return false;
  const { text, base, time } = value as Record<string, unknown>;
  return typeof text === "string" && typeof base === "string" && typeof time === "number";
}

function isInputs(value: unknown): value is Inputs {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((one) => ["number", "string", "boolean"].includes(typeof one))
  );
}
