import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Store } from "../store.ts";

/** The browser's database, and whether it is full or broken. */
const database = new Map<string, unknown>();
let room = Number.POSITIVE_INFINITY;
let broken = false;
const size = (value: unknown) => (value as { length?: number }).length ?? 0;

vi.mock("idb-keyval", () => ({
  createStore: () => undefined,
  async get(key: string) {
    if (broken) throw new DOMException("lost", "InvalidStateError");
    return database.get(key);
  },
  async set(key: string, value: unknown) {
    await new Promise((then) => setTimeout(then));
    const others = [...database].filter(([one]) => one !== key);
    if (others.reduce((sum, [, one]) => sum + size(one), size(value)) > room)
      throw new DOMException("no room", "QuotaExceededError");
    database.set(key, value);
  },
  del: async (key: string) => void database.delete(key),
  async delMany(keys: string[]) {
    for (const key of keys) database.delete(key);
  },
}));

const { BrowserKeeper } = await import("./keeper.ts");

const id = "a/cells/b.ts";
const bytes = (count: number, fill = 1) => new Uint8Array(count).fill(fill);
const words = {
  noRoom: (megabytes: string) => `no room for ${megabytes} MB`,
  ...{ keepsNothing: "keeps nothing", tooMany: "too many", unreadable: "unreadable" },
};
let store: Store;
let lost = 0;
const make = (engine = "e1", published?: Uint8Array) =>
  new BrowserKeeper({
    ...{ store, engine, words },
    published: async () => published,
    onLost: () => lost++,
  });

beforeEach(() => {
  store = new Store(undefined);
  database.clear();
  [room, broken, lost] = [Number.POSITIVE_INFINITY, false, 0];
});
afterEach(() => vi.restoreAllMocks());

it("gives back what was kept at the same version by the same engine, and nothing else", async () => {
  const keeper = make();
  await keeper.keep(id, "v1", "x", bytes(3));
  expect(await keeper.kept(id, "v1", "x")).toEqual(bytes(3));
  expect(await keeper.kept(id, "v2", "x")).toBeUndefined();
  expect(await make("e2").kept(id, "v1", "x")).toBeUndefined();
});

it("gives the book's own before anything that may have been put in its place", async () => {
  const keeper = make("e1", bytes(2, 7));
  await keeper.keep(id, "v1", "x", bytes(2, 9));
  expect(await keeper.kept(id, "v1", "x")).toEqual(bytes(2, 7));
});

it("loses nothing of what is kept at once", async () => {
  const keeper = make();
  await Promise.all(["x", "y", "z"].map((name) => keeper.keep(id, "v1", name, bytes(1))));
  for (const name of ["x", "y", "z"]) expect(await keeper.kept(id, "v1", name)).toEqual(bytes(1));
});

it("makes room by what older versions kept, and else leaves all as it was", async () => {
  const keeper = make();
  room = 10;
  await keeper.keep(id, "old", "x", bytes(4));
  await keeper.keep(id, "new", "x", bytes(4));
  await keeper.keep(id, "new", "y", bytes(6));
  expect(await keeper.kept(id, "old", "x")).toBeUndefined();
  await expect(keeper.keep(id, "new", "x", bytes(9, 2))).rejects.toThrow("no room for 0.0 MB");
  expect(await keeper.kept(id, "new", "x")).toEqual(bytes(4));
  expect(await keeper.kept(id, "new", "y")).toEqual(bytes(6));
  expect(database.size).toBe(2);
});

it("keeps the newest versions, and so many things of one", async () => {
  const keeper = make();
  for (let i = 0; i < 12; i++) await keeper.keep(id, `v${i}`, "x", bytes(1, i));
  expect(await keeper.kept(id, "v3", "x")).toBeUndefined();
  expect(await keeper.kept(id, "v4", "x")).toEqual(bytes(1, 4));
  expect(database.size).toBe(8);
  for (let i = 0; i < 15; i++) await keeper.keep(id, "v11", `more ${i}`, bytes(1));
  await expect(keeper.keep(id, "v11", "one more", bytes(1))).rejects.toThrow("too many");
  await keeper.keep(id, "v11", "x", bytes(2));
});

it("notes how far a cell had come, for as long as it is kept and more is to be done", async () => {
  const keeper = make();
  for (let i = 0; i < 9; i++) await keeper.keep(id, `v${i}`, "x", bytes(1), { done: i, total: 9 });
  await keeper.keep(id, "v8", "without a word", bytes(1));
  const reached = store.reached(id);
  expect(Object.keys(reached)).toHaveLength(8);
  expect(reached["e1 v0"]).toBeUndefined();
  expect(reached["e1 v8"]).toEqual({ done: 8, total: 9 });
  await keeper.keep(id, "v8", "x", bytes(1), { done: 9, total: 9 });
  expect(store.reached(id)["e1 v8"]).toBeUndefined();
});

it("tells what was thrown away from what cannot be read", async () => {
  const keeper = make();
  await keeper.keep(id, "v1", "x", bytes(1));
  broken = true;
  await expect(keeper.kept(id, "v1", "x")).rejects.toThrow("unreadable");
  broken = false;
  expect(await keeper.kept(id, "v1", "x")).toEqual(bytes(1));
  database.clear();
  expect(await keeper.kept(id, "v1", "x")).toBeUndefined();
  expect(lost).toBe(1);
});

it("keeps small files of controls, the last of each, and forgets what was taken away", async () => {
  const keeper = make();
  const file = (text: string) => new File([text], "poem.txt", { lastModified: 7 });
  await Promise.all([
    keeper.keepFile(id, "text", file("one")),
    keeper.keepFile(id, "text", file("two")),
    keeper.keepFile(id, "other", file("three")),
  ]);
  const found = await keeper.files(id);
  expect(found.map(([name]) => name)).toEqual(["text", "other"]);
  const [, kept] = found[0] ?? [];
  expect([kept?.name, kept?.lastModified, await kept?.text()]).toEqual(["poem.txt", 7, "two"]);
  await Promise.all([
    keeper.keepFile(id, "text", file("new")),
    keeper.keepFile(id, "text", undefined),
  ]);
  expect((await keeper.files(id)).map(([name]) => name)).toEqual(["other"]);
  await keeper.keepFile(id, "other", new File([new Uint8Array(17e6)], "large"));
  expect(await keeper.files(id)).toEqual([]);
  expect(database.size).toBe(0);
});
