import {
  array,
  assert,
  boolean,
  constantFrom,
  property,
  string,
  tuple,
  uniqueArray,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { Store, type Trouble } from "./store.ts";

const id = "03-attention/cells/scores.ts";

/** A browser's storage that can be full at any moment. */
class FakeStorage implements Storage {
  readonly kept = new Map<string, string>();
  full = false;
  get length() {
    return this.kept.size;
  }
  clear = () => this.kept.clear();
  key = (i: number) => [...this.kept.keys()][i] ?? null;
  getItem = (key: string) => this.kept.get(key) ?? null;
  removeItem = (key: string) => void this.kept.delete(key);
  setItem = (key: string, value: string) => {
    if (this.full) throw new DOMException("full", "QuotaExceededError");
    this.kept.set(key, value);
  };
}

function open(storage?: Storage) {
  const store = new Store(storage);
  const troubles: Trouble[] = [];
  store.onTrouble = (trouble) => troubles.push(trouble);
  return { store, troubles };
}

describe("the store", () => {
  it("keeps any text over a reload", () => {
    assert(
      property(string({ unit: "grapheme" }), string({ unit: "binary" }), (text, base) => {
        const storage = new FakeStorage();
        open(storage).store.setEdit(id, text, base);
        const edit = open(storage).store.edit(id);
        if (text === base) expect(edit).toBeUndefined();
        else expect(edit).toMatchObject({ text, base });
      }),
    );
  });

  it("forgets an edit that is the book's text again", () => {
    const storage = new FakeStorage();
    const { store } = open(storage);
    store.setEdit(id, "mine", "book's");
    store.setEdit(id, "book's", "book's");
    expect(store.edit(id)).toBeUndefined();
    expect(storage.length).toBe(0);
  });

  it("loses nothing of the session, whenever the storage is full", () => {
    const ids = uniqueArray(constantFrom("a/cells/x.ts", "a/cells/y.ts", "a/cells/z.ts"), {
      minLength: 1,
    });
    assert(
      property(ids, array(tuple(string(), boolean())), (names, steps) => {
        const storage = new FakeStorage();
        const { store } = open(storage);
        const wanted = new Map<string, string>();
        for (const [i, [text, full]] of steps.entries()) {
          storage.full = full;
          const name = names[i % names.length] ?? "";
          store.setEdit(name, `${text}!`, "");
          wanted.set(name, `${text}!`);
        }
        for (const [name, text] of wanted) expect(store.edit(name)?.text).toBe(text);
        // The next change after there is room again saves all that was not.
        storage.full = false;
        store.setInput(id, "n", 1);
        for (const [name, text] of wanted) expect(open(storage).store.edit(name)?.text).toBe(text);
      }),
    );
  });

  it("tells once that storage is full, and again after it had room", () => {
    const storage = new FakeStorage();
    const { store, troubles } = open(storage);
    storage.full = true;
    store.setEdit(id, "a", "");
    store.setEdit(id, "ab", "");
    expect(troubles).toEqual(["full"]);
    storage.full = false;
    store.setEdit(id, "abc", "");
    storage.full = true;
    store.setEdit(id, "abcd", "");
    expect(troubles).toEqual(["full", "full"]);
  });

  it("works in memory where there is no storage, and says so", () => {
    const { store, troubles } = open(undefined);
    store.setEdit(id, "mine", "book's");
    expect(store.edit(id)?.text).toBe("mine");
    expect(troubles).toEqual(["unavailable"]);
  });

  it("sets aside what it cannot read", () => {
    const storage = new FakeStorage();
    storage.setItem(`humpty:edit:${id}`, '{"text": 3}');
    const { store, troubles } = open(storage);
    expect(store.edit(id)).toBeUndefined();
    expect(troubles).toEqual(["corrupt"]);
    expect(storage.getItem(`humpty-aside:edit:${id}`)).toBe('{"text": 3}');
  });

  it("knows when the book's text changed under an edit", () => {
    const { store } = open(new FakeStorage());
    store.setEdit(id, "mine", "old");
    expect(store.outdated(id, "old")).toBe(false);
    expect(store.outdated(id, "new")).toBe(true);
  });

  it("keeps the positions of controls", () => {
    const storage = new FakeStorage();
    open(storage).store.setInput(id, "size", 3);
    open(storage).store.setInput(id, "mask", true);
    expect(open(storage).store.inputs(id)).toEqual({ size: 3, mask: true });
  });
});
