import type { Operand, Trace, TraceNode } from "../explain.ts";

/** The number of a node at an index, and what it is called. Throws when there is none. */
export function operandAt(trace: Trace, node: number, index: number[]): Operand {
  const it = nodeOf(trace, node);
  const value = it.data[positionOf(it.shape, index)];
  const inside =
    index.length === it.shape.length &&
    index.every((i, d) => Number.isInteger(i) && i >= 0 && i < (it.shape[d] ?? 0));
  if (value === undefined || !inside)
    throw new Error(
      `explain: there is no number [${index.join(", ")}] in [${it.shape.join(", ")}]`,
    );
  const name = it.name ?? it.op;
  return { node, index, label: index.length === 0 ? name : `${name}[${index.join(", ")}]`, value };
}

export function nodeOf(trace: Trace, node: number | undefined): TraceNode {
  const it = node === undefined ? undefined : trace.nodes[node];
  if (!it) throw new Error(`explain: there is no node ${node}`);
  return it;
}

/** Where an index lies in the data. */
export const positionOf = (shape: readonly number[], index: readonly number[]): number =>
  shape.reduce((sum, size, d) => sum * size + (index[d] ?? 0), 0);

/** The index of what lies at a position of the data. */
export function indexOf(shape: readonly number[], position: number): number[] {
  const index: number[] = [];
  let left = position;
  for (const size of shape.toReversed()) {
    index.unshift(left % size);
    left = Math.floor(left / size);
  }
  return index;
}

/** Where a position of a stretched shape lies in the shape itself. */
export const stretchedIndex = (shape: readonly number[], index: readonly number[]): number[] =>
  shape.map((size, d) => (size === 1 ? 0 : (index[d + index.length - shape.length] ?? 0)));
