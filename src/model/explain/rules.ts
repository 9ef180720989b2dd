import type { Operand, Trace, TraceNode } from "../explain.ts";
import { attended, moments, turned } from "./layers.ts";
import { moves, numbers } from "./moves.ts";
import { alongRow, at, both, pairs, reduced, same, stretched } from "./operands.ts";
import { nodeOf } from "./places.ts";

/** Text and operands in turn. */
type Parts = (string | Operand)[];
type Rule = (trace: Trace, node: TraceNode, index: number[]) => Parts;

/** At most so many terms of a sum are written out. */
const mostTerms = 24;

/** How a number of a node is written with those it came from; empty when that is not known. */
export function write(trace: Trace, node: TraceNode, index: number[]): Parts {
  if (node.inputs.length === 0) return [];
  const move = Object.hasOwn(moves, node.op) ? moves[node.op] : undefined;
  if (move) {
    const from = move(trace, node, index);
    return [at(trace, node, from.input, from.index)];
  }
  return (Object.hasOwn(rules, node.op) ? rules[node.op] : undefined)?.(trace, node, index) ?? [];
}

const rules: Readonly<Record<string, Rule>> = {
  add: (trace, node, index) => between(" + ", both(trace, node, index)),
  sub: (trace, node, index) => between(" − ", both(trace, node, index)),
  mul: (trace, node, index) => between(" × ", both(trace, node, index)),
  div: (trace, node, index) => between(" ÷ ", both(trace, node, index)),
  neg: (trace, node, index) => ["−", same(trace, node, index)],
  exp: (trace, node, index) => ["exp(", same(trace, node, index), ")"],
  log: (trace, node, index) => ["log(", same(trace, node, index), ")"],
  sqrt: (trace, node, index) => ["√", same(trace, node, index)],
  tanh: (trace, node, index) => ["tanh(", same(trace, node, index), ")"],
  sigmoid: (trace, node, index) => ["1 ÷ (1 + exp(−", same(trace, node, index), "))"],
  relu: (trace, node, index) => ["max(0, ", same(trace, node, index), ")"],
  pow: (trace, node, index) => [
    same(trace, node, index),
    ` to the power of ${String(node.attributes?.exponent)}`,
  ],
  matmul: (trace, node, index) =>
    between(" + ", pairs(trace, node, index), ({ left, right }) => [left, " × ", right]),
  linear: (trace, node, index) => {
    const row = index.slice(0, -1);
    const unit = index.at(-1) ?? 0;
    const ins = nodeOf(trace, node.inputs[1]).shape[1] ?? 0;
    const terms = Array.from({ length: ins }, (_, i) => ({
      x: at(trace, node, 0, [...row, i]),
      weight: at(trace, node, 1, [unit, i]),
    }));
    const sum = between(" + ", terms, ({ x, weight }) => [x, " × ", weight]);
    return node.inputs.length < 3 ? sum : [...sum, " + ", at(trace, node, 2, [unit])];
  },
  gelu: (trace, node, index) => {
    const x = same(trace, node, index);
    return [x, " ÷ (1 + exp(−1.5958 × (", x, " + 0.044715 × ", x, " × ", x, " × ", x, ")))"];
  },
  dropout: (trace, node, index) => between(" × ", both(trace, node, index)),
  layerNorm: (trace, node, index) => {
    const { mean, variance } = moments(trace, node, index);
    const channel = index.at(-1) ?? 0;
    return [
      ...["(", same(trace, node, index), ` − ${mean}) ÷ √(${variance}) × `],
      ...[at(trace, node, 1, [channel]), " + ", at(trace, node, 2, [channel])],
    ];
  },
  attention: (trace, node, index) =>
    between(" + ", attended(trace, node, index), ({ weight, value }) => [`${weight} × `, value]),
  rotary: (trace, node, index) =>
    between(" + ", turned(trace, node, index), ({ operand, times }) => [`${times} × `, operand]),
  sum: (trace, node, index) => between(" + ", reduced(trace, node, index)),
  mean: (trace, node, index) => {
    const terms = reduced(trace, node, index);
    return ["(", ...between(" + ", terms), `) ÷ ${terms.length}`];
  },
  max: (trace, node, index) => ["max(", ...between(", ", reduced(trace, node, index)), ")"],
  softmax: (trace, node, index) => {
    const row = alongRow(trace, node, index);
    return [
      "exp(",
      same(trace, node, index),
      ") ÷ (",
      ...between(" + ", row, (one) => ["exp(", one, ")"]),
      ")",
    ];
  },
  logSoftmax: (trace, node, index) => {
    const row = alongRow(trace, node, index);
    return [
      same(trace, node, index),
      " − log(",
      ...between(" + ", row, (one) => ["exp(", one, ")"]),
      ")",
    ];
  },
  crossEntropy: (trace, node) => {
    const [rows = 0, classes = 0] = nodeOf(trace, node.inputs[0]).shape;
    const targets = numbers(node.attributes?.targets);
    const terms = targets.map((target, i) => ({
      right: at(trace, node, 0, [i, target]),
      row: Array.from({ length: classes }, (_, j) => at(trace, node, 0, [i, j])),
    }));
    const surprise = between(" + ", terms, ({ right, row }) => [
      "log(",
      ...between(" + ", row, (one) => ["exp(", one, ")"]),
      ") − ",
      right,
    ]);
    return ["(", ...surprise, `) ÷ ${rows}`];
  },
  maskedFill: (trace, node, index) => {
    const hides = stretched(trace, node, 1, index);
    return hides.value === 0 ? [same(trace, node, index)] : ["hidden by ", hides];
  },
};

/** Terms with a sign between them; past a bound, how many more there are. */
function between<Term>(
  sign: string,
  terms: readonly Term[],
  tell: (term: Term) => Parts = (term) => [term as Operand],
): Parts {
  const parts = terms
    .slice(0, mostTerms)
    .flatMap((term, i) => [...(i === 0 ? [] : [sign]), ...tell(term)]);
  const more = terms.length - mostTerms;
  return more > 0 ? [...parts, `${sign}… ${more} more`] : parts;
}
