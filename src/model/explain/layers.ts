import type { Operand, Trace, TraceNode } from "../explain.ts";
import { cos, exp, log, sin } from "../math.ts";
import { at, same } from "./operands.ts";

/** A number that an operation worked out on the way and did not keep, as text. */
const told = (x: number): string => {
  const digits = String(Number(Math.abs(x).toPrecision(7)));
  return x < 0 ? `(−${digits})` : digits;
};

const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);

/** The mean of the row that a number was normalized in, and its variance with what keeps it from 0. */
export function moments(trace: Trace, node: TraceNode, index: readonly number[]) {
  const row = Array.from(
    { length: node.shape.at(-1) ?? 0 },
    (_, i) => same(trace, node, index.with(-1, i)).value,
  );
  const mean = sum(row) / row.length;
  const variance = sum(row.map((x) => (x - mean) * (x - mean))) / row.length;
  return { mean: told(mean), variance: told(variance + Number(node.attributes?.eps)) };
}

/** The values that an attended number is the sum of, each with its weight: the softmax of what queries and keys make. */
export function attended(
  trace: Trace,
  node: TraceNode,
  [batch = 0, i = 0, channel = 0]: readonly number[],
): { weight: string; value: Operand }[] {
  const attribute = (name: string): number => Number(node.attributes?.[name]);
  const [size, others] = [attribute("size"), attribute("others")];
  const head = Math.floor(channel / size) * size;
  const joined = node.inputs.length === 1;
  // Queries, keys and values are three tensors, or parts of one.
  const part = (which: 0 | 1 | 2, row: number, column: number): Operand =>
    joined
      ? at(trace, node, 0, [
          batch,
          row,
          column + attribute((["qAt", "kAt", "vAt"] as const)[which]),
        ])
      : at(trace, node, which, [batch, row, column]);
  const seen = node.attributes?.causal === true ? i + 1 + others - attribute("time") : others;
  const scores = Array.from({ length: seen }, (_, j) => {
    const products = Array.from(
      { length: size },
      (_, d) => part(0, i, head + d).value * part(1, j, head + d).value,
    );
    return sum(products) * attribute("scale");
  });
  const top = Math.max(...scores);
  const raised = scores.map((score) => exp(score - top));
  return raised.map((one, j) => ({
    weight: told(one / sum(raised)),
    value: part(2, j, channel),
  }));
}

/** The two numbers of a pair that was turned, each with what it counts. */
export function turned(
  trace: Trace,
  node: TraceNode,
  index: readonly number[],
): { operand: Operand; times: string }[] {
  const [batch = 0, time = 0, channel = 0] = index;
  const heads = Number(node.attributes?.heads);
  const half = (node.shape[2] ?? 0) / heads / 2;
  const j = channel % half;
  const first = Math.floor(channel / half) % 2 === 0;
  const angle = (time + Number(node.attributes?.start)) * exp((-j * log(10_000)) / half);
  const other = same(trace, node, [batch, time, first ? channel + half : channel - half]);
  return [
    { operand: same(trace, node, [...index]), times: told(cos(angle)) },
    { operand: other, times: told(first ? -sin(angle) : sin(angle)) },
  ];
}
