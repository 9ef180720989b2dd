import { isEditable, starterOf } from "./ids.ts";
import { SafeStorage } from "./storage.ts";
import type { ModuleId, Progress } from "./types.ts";
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

const prefix = "humpty:";
const editPrefix = "humpty:edit:";
const editKey = (id: ModuleId): string => editPrefix + id;
const booksKey = (id: ModuleId): string => `humpty:books:${id}`;
const keptKey = (id: ModuleId): string => `humpty:kept:${id}`;
const reachedKey = (id: ModuleId): string => `humpty:reached:${id}`;
const filesKey = (id: ModuleId): string => `humpty:files:${id}`;
const singleKeysKey = "humpty:no-single-keys";
const inputsKey = (id: ModuleId): string => `humpty:inputs:${id}`;

/** The reader's edits and the positions of controls: saved as they change, and never lost while the page is open. */
export class Store {
  readonly #storage: SafeStorage;
  #corrupt = false;
  onTrouble: ((trouble: Trouble) => void) | undefined;
  /** Called when another tab changed an edit. */
  onOutside: ((id: ModuleId) => void) | undefined;
  /** Called when this tab's edit takes the place of another's, of which it never knew. */
  onOverwrite: ((id: ModuleId, edit: Edit) => void) | undefined;

  constructor(storage: Storage | undefined) {
    this.#storage = new SafeStorage(storage);
    this.#storage.onTrouble = (trouble) => this.onTrouble?.(trouble);
    this.#storage.onOutside = (key) => {
      if (key.startsWith(editPrefix)) this.onOutside?.(key.slice(editPrefix.length));
    };
    this.#storage.onOverwrite = (key, text) => {
      const edit = key.startsWith(editPrefix) ? parse(text) : undefined;
      if (isEdit(edit)) this.onOverwrite?.(key.slice(editPrefix.length), edit);
    };
  }

  edit(id: ModuleId): Edit | undefined {
    return this.#read(editKey(id), isEdit);
  }

  /** Keeps the reader's text; a text equal to `base` is no edit, and is removed. */
  setEdit(id: ModuleId, text: string, base: string): void {
    const edit: Edit = { text, base, time: Date.now() };
    this.#storage.set(editKey(id), text === base ? null : JSON.stringify(edit));
  }

  /** Whether the book's text of a cell has changed since the reader's edit of it began. */
  outdated(id: ModuleId, source: string): boolean {
    const edit = this.edit(id);
    return edit !== undefined && edit.base !== source;
  }

  /** Whether the reader wants the book's solution where their own answer would stand. */
  takesBooks(solution: ModuleId): boolean {
    return this.#storage.get(booksKey(solution)) !== undefined;
  }

  takeBooks(solution: ModuleId, take: boolean): void {
    if (take !== this.takesBooks(solution))
      this.#storage.set(booksKey(solution), take ? "yes" : null);
  }

  /** Whether keys that are a single letter do something on the page. */
  get singleKeys(): boolean {
    return this.#storage.get(singleKeysKey) === undefined;
  }

  set singleKeys(work: boolean) {
    this.#storage.set(singleKeysKey, work ? null : "yes");
  }

  inputs(id: ModuleId): Inputs {
    return this.#read(inputsKey(id), isInputs) ?? {};
  }

  /** Keeps a control's position; undefined is where the cell has it at first. */
  setInput(id: ModuleId, name: string, value: Exclude<InputValue, File> | undefined): void {
    const { [name]: _, ...others } = this.inputs(id);
    const all = value === undefined ? others : { ...others, [name]: value };
    this.#storage.set(inputsKey(id), Object.keys(all).length > 0 ? JSON.stringify(all) : null);
  }

  /** What of a cell's bytes is kept in this browser, oldest first. */
  kept(id: ModuleId): readonly string[] {
    return this.#read(keptKey(id), isTexts) ?? [];
  }

  setKept(id: ModuleId, entries: readonly string[]): void {
    this.#storage.set(keptKey(id), entries.length > 0 ? JSON.stringify(entries) : null);
  }

  /** How far a cell had come that has more to do, when it kept something: by the beginnings of the entries in `kept`. */
  reached(id: ModuleId): Readonly<Record<string, Progress>> {
    return this.#read(reachedKey(id), isReached) ?? {};
  }

  setReached(id: ModuleId, all: Readonly<Record<string, Progress>>): void {
    const some = Object.keys(all).length > 0;
    this.#storage.set(reachedKey(id), some ? JSON.stringify(all) : null);
  }

  /** The controls whose files are kept in this browser. */
  files(id: ModuleId): readonly string[] {
    return this.#read(filesKey(id), isTexts) ?? [];
  }

  setFiles(id: ModuleId, names: readonly string[]): void {
    this.#storage.set(filesKey(id), names.length > 0 ? JSON.stringify(names) : null);
  }

  /** All that is the reader's and can be taken along, by key: texts, positions of controls, choices and progress, as they are stored. */
  backup(): Record<string, string> {
    const all = this.#storage
      .entries(prefix)
      .map(([key, text]) => [key.slice(prefix.length), text]);
    return Object.fromEntries(all.filter(([key = ""]) => isCarried(key)));
  }

  /** Puts what a backup had under a key; null removes it. Whoever shows a text hears of it. */
  restore(key: string, text: string | null): void {
    this.#storage.set(prefix + key, text);
    if ((prefix + key).startsWith(editPrefix))
      this.onOutside?.((prefix + key).slice(editPrefix.length));
  }

  #read<T>(key: string, isOne: (value: unknown) => value is T): T | undefined {
    const text = this.#storage.get(key);
    if (text === undefined) return undefined;
    const value = parse(text);
    if (isOne(value)) return value;
    // What cannot be read is set aside, not deleted.
    this.#setAside(key);
    return undefined;
  }

  #setAside(key: string): void {
    const aside = key.replace("humpty:", "humpty-aside:");
    let free = aside;
    for (let i = 2; this.#storage.get(free) !== undefined; i++) free = `${aside}#${i}`;
    this.#storage.move(key, free);
    if (!this.#corrupt) this.onTrouble?.("corrupt");
    this.#corrupt = true;
  }
}

/** Whether what is under a key can be taken along: not so the bytes of cells, which another place has, or settings of this browser. */
export const isCarried = (key: string): boolean => {
  const [kind = "", id = ""] = key.split(/:(.*)/s);
  if (kind === "progress") return /^[\w-]{1,100}$/.test(id);
  if (kind === "books") return isEditable(starterOf(id) ?? "");
  return (kind === "edit" || kind === "inputs") && isEditable(id);
};

let opened: Store | undefined;

/** The one store of a page: in this browser's storage, or in memory where the browser gives none. */
export function openStore(): Store {
  opened ??= new Store(storageHere());
  return opened;
}

function storageHere(): Storage | undefined {
  try {
    // Reading the property throws where storage is forbidden; a private window may throw at the first write.
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isEdit(value: unknown): value is Edit {
  if (typeof value !== "object" || value === null) return false;
  const { text, base, time } = value as Record<string, unknown>;
  return typeof text === "string" && typeof base === "string" && typeof time === "number";
}

export function isInputs(value: unknown): value is Inputs {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(
      (one) => typeof one === "string" || typeof one === "boolean" || Number.isFinite(one),
    )
  );
}

const isReached = (value: unknown): value is Record<string, Progress> =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((one) => Number.isFinite(one?.done) && Number.isFinite(one?.total));

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");
