/**
 * A browser's storage that loses nothing while the page is open: what is set is at once in memory, and in the browser's storage where
 * that can be; what could not be saved is tried again with each change.
 */
export class SafeStorage {
  readonly #storage: Storage | undefined;
  /** What this page set, by key; null for what it removed. It stands before the browser's storage. */
  readonly #memory = new Map<string, string | null>();
  readonly #unsaved = new Set<string>();
  /** What the browser's storage holds, as far as this page knows: what it found there, or put there itself. */
  readonly #known = new Map<string, string | null>();
  /** Keys whose old texts were moved, and where to. */
  readonly #moved = new Map<string, string>();
  readonly #told = new Set<"unavailable" | "full">();
  /** Called once when there is no storage, and each time that it becomes full. */
  onTrouble: ((trouble: "unavailable" | "full") => void) | undefined;
  /** Called when another tab changed what is under a key. */
  onOutside: ((key: string) => void) | undefined;
  /** Called before something is stored in the place of a text that another tab put there, and that this page never knew. */
  onOverwrite: ((key: string, text: string) => void) | undefined;

  constructor(storage: Storage | undefined) {
    this.#storage = storage;
    globalThis.addEventListener?.("storage", ({ key }: StorageEvent) => {
      if (key !== null) this.#changedOutside(key);
    });
    // A page that comes back from the browser's cache has missed what other pages stored meanwhile.
    globalThis.addEventListener?.("pageshow", ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      for (const [key, text] of this.#known) {
        const stored = this.#stored(key);
        if (stored !== undefined && stored !== text) this.#changedOutside(key);
      }
    });
  }

  /** What another tab stored stands, unless this page has something newer that it could not save. */
  #changedOutside(key: string): void {
    if (this.#unsaved.has(key)) return;
    this.#memory.delete(key);
    this.#known.delete(key);
    this.onOutside?.(key);
  }

  get(key: string): string | undefined {
    if (this.#memory.has(key)) return this.#memory.get(key) ?? undefined;
    const text = this.#stored(key);
    if (text !== undefined && !this.#known.has(key)) this.#known.set(key, text);
    return text ?? undefined;
  }

  /** All texts under keys that begin so. */
  entries(prefix: string): [key: string, text: string][] {
    const keys = new Set(this.#memory.keys());
    try {
      for (let i = 0; i < (this.#storage?.length ?? 0); i++) keys.add(this.#storage?.key(i) ?? "");
    } catch {
      // The storage does not say: what this page set is there.
    }
    return [...keys].sort().flatMap((key): [string, string][] => {
      const text = key.startsWith(prefix) ? this.get(key) : undefined;
      return text === undefined ? [] : [[key, text]];
    });
  }

  /** Undefined where the storage does not say. */
  #stored(key: string): string | null | undefined {
    try {
      return this.#storage?.getItem(key);
    } catch {
      return undefined;
    }
  }

  /** Sets the text under a key; null removes it. */
  set(key: string, text: string | null): void {
    this.#memory.set(key, text);
    this.#unsaved.add(key);
    if (!this.#storage) {
      this.#tell("unavailable");
      return;
    }
    for (const one of this.#unsaved) this.#save(this.#storage, one);
    if (this.#unsaved.size === 0) this.#told.delete("full");
  }

  /** Moves a text to another key. It keeps its place in the storage until it could be saved in the other. */
  move(from: string, to: string): void {
    this.#moved.set(from, to);
    this.set(to, this.get(from) ?? null);
    this.set(from, null);
  }

  #save(storage: Storage, key: string): void {
    const moved = this.#moved.get(key);
    if (moved !== undefined && this.#unsaved.has(moved)) return;
    try {
      const text = this.#memory.get(key) ?? null;
      const there = storage.getItem(key);
      if (
        there !== null &&
        there !== text &&
        this.#known.has(key) &&
        there !== this.#known.get(key)
      )
        this.onOverwrite?.(key, there);
      if (text === null) storage.removeItem(key);
      else storage.setItem(key, text);
      this.#unsaved.delete(key);
      this.#known.set(key, text);
    } catch (error) {
      const full = error instanceof DOMException && /quota/i.test(error.name);
      this.#tell(full ? "full" : "unavailable");
    }
  }

  #tell(trouble: "unavailable" | "full"): void {
    if (this.#told.has(trouble)) return;
    this.#told.add(trouble);
    this.onTrouble?.(trouble);
  }
}
