import {
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  oneof,
  property,
  string,
  tuple,
  uniqueArray,
} from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
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
  it("keeps any text over a reload, halves of characters too", () => {
    const units = array(integer({ min: 0, max: 0xffff }));
    const anything = units.map((codes) => String.fromCharCode(...codes));
    assert(
      property(oneof(string({ unit: "grapheme" }), anything), anything, (text, base) => {
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

  it("works in memory where every use of the storage throws", () => {
    const denied = () => {
      throw new DOMException("denied", "SecurityError");
    };
    const { store, troubles } = open(
      Object.assign(new FakeStorage(), { getItem: denied, setItem: denied, removeItem: denied }),
    );
    store.setEdit(id, "mine", "book's");
    store.setInput(id, "size", 3);
    expect(store.edit(id)?.text).toBe("mine");
    expect(store.inputs(id)).toEqual({ size: 3 });
    expect(troubles).toEqual(["unavailable"]);
  });

  it("keeps the last text that it could save, while there is no room for a newer one", () => {
    const storage = new FakeStorage();
    const { store } = open(storage);
    store.setEdit(id, "saved", "");
    storage.full = true;
    store.setEdit(id, "newer", "");
    expect(open(storage).store.edit(id)?.text).toBe("saved");
    expect(store.edit(id)?.text).toBe("newer");
  });

  it.each(["", "null", "[]", "{", '{"text":"mine"}', '{"text":1,"base":"","time":0}', "\ud800"])(
    "never takes %j for an edit",
    (text) => {
      const storage = new FakeStorage();
      storage.setItem(`humpty:edit:${id}`, text);
      const { store, troubles } = open(storage);
      expect(store.edit(id)).toBeUndefined();
      expect(store.edit(id)).toBeUndefined();
      expect(troubles).toEqual(["corrupt"]);
      expect([...storage.kept]).toEqual([[`humpty-aside:edit:${id}`, text]]);
    },
  );

  it.each(["[]", "3", '{"size":null}', '{"size":{}}', '{"size":1e999}'])(
    "never takes %j for positions of controls",
    (text) => {
      const storage = new FakeStorage();
      storage.setItem(`humpty:inputs:${id}`, text);
      expect(open(storage).store.inputs(id)).toEqual({});
      expect([...storage.kept]).toEqual([[`humpty-aside:inputs:${id}`, text]]);
    },
  );

  it.each(["[3]", "3", '{"e v":null}', '{"e v":{"done":1}}'])(
    "never takes %j for how far a cell had come",
    (text) => {
      const storage = new FakeStorage();
      storage.setItem(`humpty:reached:${id}`, text);
      expect(open(storage).store.reached(id)).toEqual({});
      expect([...storage.kept]).toEqual([[`humpty-aside:reached:${id}`, text]]);
    },
  );

  it("sets a second unreadable entry beside the first", () => {
    const storage = new FakeStorage();
    for (const text of ["one", "two"]) {
      storage.setItem(`humpty:edit:${id}`, text);
      open(storage).store.edit(id);
    }
    expect([...storage.kept.values()]).toEqual(["one", "two"]);
  });

  it("leaves an unreadable entry where it is while there is no room to set it aside", () => {
    const storage = new FakeStorage();
    storage.setItem(`humpty:edit:${id}`, "unreadable");
    storage.full = true;
    const { store, troubles } = open(storage);
    expect(store.edit(id)).toBeUndefined();
    expect(troubles).toEqual(["full", "corrupt"]);
    expect([...storage.kept.values()]).toEqual(["unreadable"]);
    storage.full = false;
    store.setEdit(id, "mine", "");
    expect([...storage.kept.values()]).toContain("unreadable");
    expect(open(storage).store.edit(id)?.text).toBe("mine");
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

  it("keeps that the reader takes the book's solution, until they do not", () => {
    const storage = new FakeStorage();
    open(storage).store.takeBooks(id, true);
    expect(open(storage).store.takesBooks(id)).toBe(true);
    open(storage).store.takeBooks(id, false);
    expect(open(storage).store.takesBooks(id)).toBe(false);
  });

  it("keeps the positions of controls", () => {
    const storage = new FakeStorage();
    open(storage).store.setInput(id, "size", 3);
    open(storage).store.setInput(id, "mask", true);
    expect(open(storage).store.inputs(id)).toEqual({ size: 3, mask: true });
  });
});

describe("the store, beside another tab's", () => {
  const listeners: [string, (event: object) => void][] = [];
  const happens = (type: string, event: object) => {
    for (const [name, listener] of listeners) if (name === type) listener(event);
  };
  afterEach(() => {
    listeners.length = 0;
    vi.unstubAllGlobals();
  });

  /** Two tabs with one storage; what the second one stores is told to the first. */
  function tabs() {
    const storage = new FakeStorage();
    const other = open(storage).store;
    vi.stubGlobal("addEventListener", (type: string, listener: (event: object) => void) =>
      listeners.push([type, listener]),
    );
    const { store } = open(storage);
    const outside: string[] = [];
    store.onOutside = (one) => outside.push(one);
    return { storage, store, other, outside };
  }

  it("takes over an edit of the other's, and tells it", () => {
    const { store, other, outside } = tabs();
    store.setEdit(id, "mine", "");
    other.setEdit(id, "the other's", "");
    happens("storage", { key: `humpty:edit:${id}` });
    expect(store.edit(id)?.text).toBe("the other's");
    expect(outside).toEqual([id]);
  });

  it("keeps what it could not save", () => {
    const { storage, store, other, outside } = tabs();
    storage.full = true;
    store.setEdit(id, "mine", "");
    storage.full = false;
    other.setEdit(id, "the other's", "");
    happens("storage", { key: `humpty:edit:${id}` });
    expect(store.edit(id)?.text).toBe("mine");
    expect(outside).toEqual([]);
  });

  it("does not put back a control that the other moved", () => {
    const { store, other } = tabs();
    store.setInput(id, "size", 1);
    other.setInput(id, "mask", true);
    happens("storage", { key: `humpty:inputs:${id}` });
    store.setInput(id, "size", 2);
    expect(store.inputs(id)).toEqual({ size: 2, mask: true });
  });

  it("sees, when it comes back from the browser's cache, what changed meanwhile", () => {
    const { store, other, outside } = tabs();
    store.setEdit(id, "mine", "");
    store.setEdit("a/cells/x.ts", "as it was", "");
    other.setEdit(id, "the other's", "");
    happens("pageshow", { persisted: false });
    expect(store.edit(id)?.text).toBe("mine");
    happens("pageshow", { persisted: true });
    expect(store.edit(id)?.text).toBe("the other's");
    expect(outside).toEqual([id]);
  });

  it("sees then also what it had shown and never changed", () => {
    const { storage, store, other, outside } = tabs();
    storage.setItem(`humpty:edit:${id}`, JSON.stringify({ text: "shown", base: "", time: 1 }));
    expect(store.edit(id)?.text).toBe("shown");
    other.setEdit(id, "the other's", "");
    happens("pageshow", { persisted: true });
    expect(outside).toEqual([id]);
  });

  it("tells which of the other's texts it wrote over without having known it", () => {
    const { storage, store, other } = tabs();
    const overwritten: string[] = [];
    store.onOverwrite = (_, { text }) => overwritten.push(text);
    store.setEdit(id, "mine", "");
    store.setEdit(id, "mine!", "");
    other.setEdit(id, "the other's", "");
    // No event came, as to a page that was frozen.
    store.setEdit(id, "mine!!", "");
    expect(overwritten).toEqual(["the other's"]);
    other.setEdit(id, "another", "");
    happens("storage", { key: `humpty:edit:${id}` });
    expect(store.edit(id)?.text).toBe("another");
    store.setEdit(id, "mine again", "");
    // Nor where there was no room for a text of its own in between.
    storage.full = true;
    store.setEdit(id, "unsaved", "");
    storage.full = false;
    other.setEdit(id, "a third", "");
    happens("storage", { key: `humpty:edit:${id}` });
    store.setEdit(id, "", "");
    expect(overwritten).toEqual(["the other's", "a third"]);
  });

  it("minds only keys of its own", () => {
    const { outside } = tabs();
    happens("storage", { key: null });
    happens("storage", { key: "humpty:theme" });
    expect(outside).toEqual([]);
  });
});
