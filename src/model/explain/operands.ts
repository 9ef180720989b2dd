import type { Operand, Trace, TraceNode } from "../explain.ts";
import { moves } from "./moves.ts";
import { indexOf, nodeOf, operandAt, stretchedIndex } from "./places.ts";

/** Moves through which operands are seen: the k[0, 1] of a transposed k is told as that of k itself. */
const seenThrough = ["transpose", "reshape", "row"];

/** The number of an input at an index. */
export function at(trace: Trace, node: TraceNode, input: number, index: number[]): Operand {
  const target = node.inputs[input] ?? -1;
  const it = nodeOf(trace, target);
  const move = seenThrough.includes(it.op) ? moves[it.op] : undefined;
  if (!move || it.name !== undefined || it.inputs.length !== 1)
    return operandAt(trace, target, index);
  const from = move(trace, it, index);
  return at(trace, it, from.input, from.index);
}

/** The number of the first input at the same index. */
export const same = (trace: Trace, node: TraceNode, index: number[]): Operand =>
  at(trace, node, 0, index);

/** The number of an input that was stretched to the result's shape. */
export const stretched = (
  trace: Trace,
  node: TraceNode,
  input: number,
  index: readonly number[],
): Operand =>
  at(trace, node, input, stretchedIndex(nodeOf(trace, node.inputs[input]).shape, index));

/** The two numbers of an operation on pairs. */
export const both = (trace: Trace, node: TraceNode, index: readonly number[]): Operand[] =>
  node.inputs.map((_, input) => stretched(trace, node, input, index));

/** The numbers of a row along the dimension that an operation went along. */
export function alongRow(trace: Trace, node: TraceNode, index: number[]): Operand[] {
  const dim = Number(node.attributes?.dim);
  return Array.from({ length: node.shape[dim] ?? 0 }, (_, i) =>
    same(trace, node, index.with(dim, i)),
  );
}

/** The numbers that a reduction took together. */
export function reduced(trace: Trace, node: TraceNode, index: readonly number[]): Operand[] {
  const input = nodeOf(trace, node.inputs[0]);
  const dim = node.attributes?.dim;
  if (typeof dim !== "number")
    return Array.from(input.data, (_, i) => same(trace, node, indexOf(input.shape, i)));
  const around = node.attributes?.keep === true ? index.toSpliced(dim, 1) : index;
  return Array.from({ length: input.shape[dim] ?? 0 }, (_, i) =>
    same(trace, node, around.toSpliced(dim, 0, i)),
  );
}

/** The pairs of numbers whose products a matrix product adds up. */
export function pairs(trace: Trace, node: TraceNode, index: readonly number[]) {
  const [a, b] = [nodeOf(trace, node.inputs[0]), nodeOf(trace, node.inputs[1])];
  const [i = 0, j = 0] = index.slice(-2);
  // The batch dimensions of an input may be fewer than the result's, or of size 1.
  const outer = (shape: readonly number[]) =>
    stretchedIndex(shape.slice(0, -2), index.slice(0, -2));
  return Array.from({ length: a.shape.at(-1) ?? 0 }, (_, k) => ({
    left: at(trace, node, 0, [...outer(a.shape), i, k]),
    right: at(trace, node, 1, [...outer(b.shape), k, j]),
  }));
}
