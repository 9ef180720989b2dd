import { expect, test } from "vitest";
import { Random, SelfAttention, tensor } from "../../../model/index.ts";
import { follow, isOperand, type Place } from "./follow.ts";
import { indexOf } from "./shown.ts";
import { heatmap, readTensor } from "./tensor.ts";

const attention = new SelfAttention({
  inputs: 2,
  keys: 2,
  outputs: 3,
  random: new Random(1),
  causal: true,
});
const x = tensor([
  [1, 0.5],
  [-1, 2],
  [0, 1],
]).named("x");

test("every number of attention is explained, down to the numbers that were given", () => {
  for (const one of Object.values(attention.attend(x))) {
    const { trace, shape, data } = readTensor(structuredClone(heatmap(one)));
    if (!trace) throw new Error("expected a trace");
    const width = shape.at(-1) ?? 1;
    data.forEach((value, i) => {
      const path: Place[] = [
        {
          node: trace.nodes.length - 1,
          index: indexOf(shape, 0, Math.floor(i / width), i % width),
        },
      ];
      expect(follow(trace, path)[0]?.explanation.value).toBe(value);
      for (let depth = 1; depth < 20; depth++) {
        const steps = follow(trace, path);
        expect(steps).toHaveLength(depth);
        const next = steps.at(-1)?.explanation.expression.find(isOperand);
        if (!next) return;
        path.push({ node: next.node, index: next.index });
      }
      throw new Error("expected an end");
    });
  }
});

test("a path that a new run does not take ends where it parts", () => {
  const { trace } = heatmap(attention.attend(x).output);
  if (!trace) throw new Error("expected a trace");
  const start = { node: trace.nodes.length - 1, index: [0, 0] };
  expect(follow(trace, [start, { node: 0, index: [9, 9] }])).toHaveLength(1);
  expect(follow(trace, [{ node: 999, index: [0] }])).toEqual([]);
  expect(follow(trace, [{ ...start, index: [50, 0] }])).toEqual([]);
});
