import type { Trace, TraceNode } from "../explain.ts";
import { indexOf, nodeOf, positionOf, stretchedIndex } from "./places.ts";

/** Where a number stood before it was moved: which of the inputs, and at what index. */
export interface Origin {
  input: number;
  index: number[];
}

type Move = (trace: Trace, node: TraceNode, index: number[]) => Origin;

/** The operations that only move numbers. */
export const moves: Readonly<Record<string, Move>> = {
  reshape: (trace, node, index) => {
    const input = nodeOf(trace, node.inputs[0]);
    return { input: 0, index: indexOf(input.shape, positionOf(node.shape, index)) };
  },
  transpose: (_, node, index) => {
    const [from = 0, to = 0] = numbers(node.attributes?.dims);
    return { input: 0, index: index.with(from, index[to] ?? 0).with(to, index[from] ?? 0) };
  },
  slice: (_, node, index) => {
    const dim = Number(node.attributes?.dim);
    const start = Number(node.attributes?.start);
    return { input: 0, index: index.with(dim, (index[dim] ?? 0) + start) };
  },
  row: (_, node, index) => ({ input: 0, index: [Number(node.attributes?.row), ...index] }),
  gather: (_, node, index) => {
    const row = numbers(node.attributes?.indices)[index[0] ?? 0] ?? 0;
    return { input: 0, index: [row, ...index.slice(1)] };
  },
  topK: (_, node, index) => {
    const rows = node.attributes?.indices;
    const row = positionOf(node.shape.slice(0, -1), index.slice(0, -1));
    const place = Array.isArray(rows) ? numbers(rows[row])[index.at(-1) ?? 0] : undefined;
    return { input: 0, index: index.with(-1, place ?? 0) };
  },
  embedding: (_, node, index) => {
    const place = positionOf(node.shape.slice(0, -1), index.slice(0, -1));
    const row = numbers(node.attributes?.indices)[place] ?? 0;
    return { input: 0, index: [row, index.at(-1) ?? 0] };
  },
  where: (trace, node, index) => {
    const place = (input: number): number[] =>
      stretchedIndex(nodeOf(trace, node.inputs[input]).shape, index);
    const condition = nodeOf(trace, node.inputs[0]);
    const input = condition.data[positionOf(condition.shape, place(0))] === 0 ? 2 : 1;
    return { input, index: place(input) };
  },
  concat: (_, node, index) => {
    const dim = Number(node.attributes?.dim);
    let left = index[dim] ?? 0;
    let input = 0;
    for (const size of numbers(node.attributes?.sizes)) {
      if (left < size) break;
      left -= size;
      input++;
    }
    return { input, index: index.with(dim, left) };
  },
};

export const numbers = (list: unknown): number[] => (Array.isArray(list) ? list.map(Number) : []);
