import { nodeOf, operandAt } from "./explain/places.ts";
import { write } from "./explain/rules.ts";

/** How tensors were computed, as plain data. The last node is the tensor itself; inputs are earlier nodes. */
export interface Trace {
  nodes: TraceNode[];
}

/** One tensor of a trace: what computed it, from which others (by their places in `nodes`), and its numbers. */
export interface TraceNode {
  op: string;
  shape: number[];
  data: Float32Array;
  inputs: number[];
  name?: string;
  attributes?: Readonly<Record<string, unknown>>;
}

/** One number of a trace that others were computed from. */
export interface Operand {
  node: number;
  index: number[];
  /** Such as `q[2, 0]`. */
  label: string;
  value: number;
}

/** How one number was computed: the operation, and the sum with its operands in their places. */
export interface Explanation {
  label: string;
  value: number;
  op: string;
  /** Text and operands in turn, such as `q[2, 0]`, ` × `, `k[0, 0]`, ` + `, … Empty for a number that was given. */
  expression: (string | Operand)[];
}

/**
 * How the number at `index` of a node was computed.
 * @throws when the trace has no such number
 */
export function explain(trace: Trace, node: number, index: readonly number[]): Explanation {
  const it = nodeOf(trace, node);
  const { label, value } = operandAt(trace, node, [...index]);
  return { label, value, op: it.op, expression: write(trace, it, [...index]) };
}
