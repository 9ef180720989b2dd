import { expect, it } from "vitest";
import { answer, type Keeper } from "./asked.ts";
import type { RunModule } from "./messages.ts";

const module: RunModule = { id: "a", version: "1", code: "", imports: [], inputs: {} };

function memory(): Keeper & { all: Map<string, Uint8Array>; reached: unknown[] } {
  const all = new Map<string, Uint8Array>();
  const reached: unknown[] = [];
  return {
    all,
    reached,
    kept: async (...key) => all.get(key.join()),
    async keep(id, version, name, bytes, so) {
      reached.push(so);
      if (bytes.length > 3) throw new Error("no room");
      all.set([id, version, name].join(), bytes);
    },
  };
}

it("keeps what a cell of the run asks to keep, at its version, and gives it back", async () => {
  const keeper = memory();
  const bytes = Uint8Array.of(1, 2);
  const keep = { type: "keep", id: "a", ask: 1, name: "x", bytes };
  expect(await answer(keep, [module], keeper)).toEqual({ type: "answer", ask: 1 });
  const kept = { type: "kept", id: "a", ask: 2, name: "x" };
  expect(await answer(kept, [module], keeper)).toEqual({ type: "answer", ask: 2, bytes });
  const other = [{ ...module, version: "2" }];
  expect(await answer(kept, other, keeper)).toEqual({ type: "answer", ask: 2 });
});

it("says why there was no room", async () => {
  const keep = { type: "keep", id: "a", ask: 1, name: "x", bytes: new Uint8Array(4) };
  expect(await answer(keep, [module], memory())).toMatchObject({ ask: 1, error: "no room" });
  const long = { ...keep, name: "x".repeat(101) };
  expect(await answer(long, [module], memory())).toMatchObject({
    error: expect.stringContaining("100 characters"),
  });
});

it("passes on how far a cell says that it came, if it is that", async () => {
  const keeper = memory();
  const keep = { type: "keep", id: "a", ask: 1, name: "x", bytes: new Uint8Array(1) };
  const done = { done: 3, total: 9 };
  for (const reached of [
    done,
    { ...done, more: 1 },
    { done: -1, total: 9 },
    { done: "3" },
    5,
    null,
  ])
    await answer({ ...keep, reached }, [module], keeper);
  expect(keeper.reached).toEqual([done, done, undefined, undefined, undefined, undefined]);
});

it("does not answer what an honest worker could not have asked", async () => {
  const keeper = memory();
  const keep = { type: "keep", id: "a", ask: 1, name: "x", bytes: new Uint8Array(1) };
  const odd = [null, 1, {}, { ...keep, id: "b" }, { ...keep, ask: "1" }, { ...keep, name: 1 }];
  for (const one of [...odd, { ...keep, bytes: [1] }, { ...keep, type: "keeps" }])
    expect(await answer(one, [module], keeper)).toBeUndefined();
  expect(keeper.all.size).toBe(0);
});
