import fc from "fast-check";
import { expect, it } from "vitest";
import { Heap } from "./heap.ts";

it("a heap gives its items back in order, though they come and go mixed", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer())), (steps) => {
      const heap = new Heap<number>((a, b) => a < b);
      const list: number[] = [];
      for (const step of steps) {
        if (step === null) expect(heap.take()).toBe(list.shift());
        else {
          heap.add(step);
          list.push(step);
          list.sort((a, b) => a - b);
        }
      }
      expect(heap.size).toBe(list.length);
      expect(Array.from(list, () => heap.take())).toEqual(list);
    }),
  );
});
