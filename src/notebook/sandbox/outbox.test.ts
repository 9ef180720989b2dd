import { describe, expect, it } from "vitest";
import { Outbox } from "./outbox.ts";
import { weigh } from "./weigh.ts";

const show = (key: string, value: unknown) => ({ type: "show", id: "a", output: { key, value } });

describe("an outbox", () => {
  it("keeps only the newest of what is shown under a key, in the order of the newest", () => {
    const outbox = new Outbox([{ id: "a" }]);
    for (const said of [show("loss", 1), show("text", 1), show("loss", 2)]) outbox.put(said);
    expect(outbox.takeAll()).toEqual([show("text", 1), show("loss", 2)]);
    expect(outbox.isEmpty).toBe(true);
  });

  it("lets a module's result through once, at once, and nothing after the end", () => {
    const outbox = new Outbox([{ id: "a" }, { id: "b" }]);
    expect(outbox.put({ type: "result", id: "a" })).toBe("now");
    expect(outbox.put({ type: "result", id: "a", n: 2 })).toBe("later");
    expect(outbox.put({ type: "result", id: "c" })).toBe("later");
    expect(outbox.put({ type: "done" })).toBe("now");
    outbox.put({ type: "result", id: "b" });
    expect(outbox.takeAll()).toEqual([{ type: "result", id: "a" }, { type: "done" }]);
  });

  it("tells a flood by number and by weight, and forgets it after a second", () => {
    const outbox = new Outbox([{ id: "a" }]);
    const counted = Array.from({ length: 2_001 }, () => outbox.counts(5_000));
    expect(counted.indexOf(false)).toBe(2_000);
    expect(outbox.counts(6_000)).toBe(true);
    expect(outbox.put(show("k", new Float32Array(1e7)))).toBe("later");
    expect(outbox.put(show("k", new Float32Array(1e7)))).toBe("flooded");
    outbox.counts(7_000);
    expect(outbox.put(show("k", 1))).toBe("later");
  });

  it("passes over what is not plain data", () => {
    const outbox = new Outbox([{ id: "a" }]);
    for (const odd of [new Map(), new Blob([]), new Error("x"), 1n, new ArrayBuffer(8)])
      outbox.put(show("k", odd));
    for (const odd of [null, undefined, 1, "done", [], () => 0]) outbox.put(odd);
    expect(outbox.isEmpty).toBe(true);
  });
});

describe("the weight of a message", () => {
  it("counts text, numbers and what holds them, once each", () => {
    const list = new Array(100).fill(1);
    const twice = weigh([list, list], 1e6) ?? 0;
    expect(twice).toBeGreaterThan(800);
    expect(twice).toBeLessThan(weigh([list, [...list]], 1e6) ?? 0);
    expect(weigh("x".repeat(100), 1e6)).toBeGreaterThan(200);
    expect(weigh(new Float32Array(new ArrayBuffer(4_000), 0, 1), 1e6)).toBeGreaterThan(4_000);
  });

  it("does not walk what is too long, too deep or round", () => {
    expect(weigh(new Array(1e9), 1e6)).toBe(Number.POSITIVE_INFINITY);
    let deep: unknown[] = [];
    for (let i = 0; i < 1e5; i++) deep = [deep];
    expect(weigh(deep, 1e9)).toBeGreaterThan(1e5);
    const round: unknown[] = [];
    round.push(round);
    expect(weigh(round, 1e6)).toBeLessThan(100);
  });
});
