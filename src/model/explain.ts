/** How tensors were computed, as plain data. The last node is the tensor itself; inputs are earlier nodes. */
export interface Trace {
  nodes: TraceNode[];
}

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

type Parts = (string | Operand)[];

/** At most so many terms of a sum are written out. */
const mostTerms = 24;

/**
 * How the number at `index` of a node was computed.
 * @throws when the trace has no such number
 */
export function explain(trace: Trace, node: number, index: readonly number[]): Explanation {
  const it = nodeOf(trace, node);
  const place = operand(trace, node, [...index]);
  const rule = Object.hasOwn(rules, it.op) ? rules[it.op] : undefined;
  const expression = it.inputs.length > 0 && rule ? rule(trace, it, [...index]) : [];
  return { label: place.label, value: place.value, op: it.op, expression };
}

type Rule = (trace: Trace, node: TraceNode, index: number[]) => Parts;

/** For each operation, how one of its numbers is written with those it came from. */
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
    ` to the power of ${String(node.attributes?.["exponent"])}`,
  ],
  matmul: explainMatmul,
  sum: (trace, node, index) => between(" + ", reduced(trace, node, index)),
  mean: (trace, node, index) => {
    const terms = reduced(trace, node, index);
    return ["(", ...between(" + ", terms), `) ÷ ${terms.length}`];
  },
  max: (trace, node, index) => ["max(", ...between(", ", reduced(trace, node, index)), ")"],
  softmax: (trace, node, index) => {
    const dim = Number(node.attributes?.["dim"]);
    const size = nodeOf(trace, node.inputs[0]).shape[dim] ?? 0;
    const row = Array.from({ length: size }, (_, i) => same(trace, node, index.with(dim, i)));
    return [
      "exp(",
      same(trace, node, index),
      ") ÷ (",
      ...between(" + ", row, (one) => ["exp(", one, ")"]),
      ")",
    ];
  },
  logSoftmax: (trace, node, index) => {
    const size = node.shape.at(-1) ?? 0;
    const row = Array.from({ length: size }, (_, i) => same(trace, node, index.with(-1, i)));
    return [
      same(trace, node, index),
      " − log(",
      ...between(" + ", row, (one) => ["exp(", one, ")"]),
      ")",
    ];
  },
  maskedFill: (trace, node, index) => {
    const hidden = node.attributes?.["hidden"];
    const at = flat(node.shape, index);
    if (Array.isArray(hidden) && hidden[at] === 1) return ["hidden by the mask"];
    return [same(trace, node, index)];
  },
  reshape: (trace, node, index) => {
    const input = nodeOf(trace, node.inputs[0]);
    return [at(trace, node, 0, unflat(input.shape, flat(node.shape, index)))];
  },
  transpose: (trace, node, index) => {
    const [from = 0, to = 0] = numbers(node.attributes?.["dims"]);
    return [at(trace, node, 0, index.with(from, index[to] ?? 0).with(to, index[from] ?? 0))];
  },
  slice: (trace, node, index) => {
    const dim = Number(node.attributes?.["dim"]);
    return [
      at(trace, node, 0, index.with(dim, (index[dim] ?? 0) + Number(node.attributes?.["start"]))),
    ];
  },
  row: (trace, node, index) => [at(trace, node, 0, [Number(node.attributes?.["row"]), ...index])],
  gather: (trace, node, index) => {
    const row = numbers(node.attributes?.["indices"])[index[0] ?? 0] ?? 0;
    return [at(trace, node, 0, [row, ...index.slice(1)])];
  },
  concat: (trace, node, index) => {
    const dim = Number(node.attributes?.["dim"]);
    let left = index[dim] ?? 0;
    let input = 0;
    for (const size of numbers(node.attributes?.["sizes"])) {
      if (left < size) break;
      left -= size;
      input++;
    }
    return [at(trace, node, input, index.with(dim, left))];
  },
};

function explainMatmul(trace: Trace, node: TraceNode, index: number[]): Parts {
  const [a, b] = [nodeOf(trace, node.inputs[0]), nodeOf(trace, node.inputs[1])];
  const [i = 0, j = 0] = index.slice(-2);
  const terms = Array.from({ length: a.shape.at(-1) ?? 0 }, (_, k) => [
    at(trace, node, 0, [...outer(a.shape, index), i, k]),
    at(trace, node, 1, [...outer(b.shape, index), k, j]),
  ]);
  return between(" + ", terms, ([left, right]) => (left && right ? [left, " × ", right] : []));
}

/** The batch positions of an input of a matrix product, whose own may be fewer or of size 1. */
const outer = (shape: readonly number[], index: readonly number[]): number[] =>
  stretchedIndex(shape.slice(0, -2), index.slice(0, -2));

const both = (trace: Trace, node: TraceNode, index: readonly number[]): Operand[] =>
  node.inputs.map((input, i) =>
    at(trace, node, i, stretchedIndex(nodeOf(trace, input).shape, index)),
  );

const same = (trace: Trace, node: TraceNode, index: readonly number[]): Operand =>
  at(trace, node, 0, index);

/** The numbers that a reduction took together. */
function reduced(trace: Trace, node: TraceNode, index: readonly number[]): Operand[] {
  const input = nodeOf(trace, node.inputs[0]);
  const dim = node.attributes?.["dim"];
  if (typeof dim !== "number")
    return Array.from(input.data, (_, i) => at(trace, node, 0, unflat(input.shape, i)));
  const around = node.attributes?.["keep"] === true ? index.toSpliced(dim, 1) : index;
  return Array.from({ length: input.shape[dim] ?? 0 }, (_, i) =>
    at(trace, node, 0, around.toSpliced(dim, 0, i)),
  );
}

/**
 * An operand, seen through what only moves numbers: the k[0, 1] of a transposed k is told as that of k itself.
 */
function at(trace: Trace, node: TraceNode, input: number, index: readonly number[]): Operand {
  const target = node.inputs[input] ?? -1;
  const it = nodeOf(trace, target);
  if (
    it.name === undefined &&
    (it.op === "transpose" || it.op === "reshape" || it.op === "row") &&
    it.inputs.length === 1
  ) {
    const [through] = rules[it.op]?.(trace, it, [...index]) ?? [];
    if (typeof through === "object") return through;
  }
  return operand(trace, target, [...index]);
}

function operand(trace: Trace, node: number, index: number[]): Operand {
  const it = nodeOf(trace, node);
  const value = it.data[flat(it.shape, index)];
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

function nodeOf(trace: Trace, node: number | undefined): TraceNode {
  const it = node === undefined ? undefined : trace.nodes[node];
  if (!it) throw new Error(`explain: there is no node ${node}`);
  return it;
}

/** Terms with a sign between them; past a bound, how many more there are. */
function between<Term>(
  sign: string,
  terms: readonly Term[],
  write: (term: Term) => Parts = (term) => [term as Operand],
): Parts {
  const parts = terms
    .slice(0, mostTerms)
    .flatMap((term, i) => [...(i === 0 ? [] : [sign]), ...write(term)]);
  const more = terms.length - mostTerms;
  return more > 0 ? [...parts, `${sign}… ${more} more`] : parts;
}

const numbers = (list: unknown): number[] => (Array.isArray(list) ? list.map(Number) : []);

const flat = (shape: readonly number[], index: readonly number[]): number =>
  shape.reduce((sum, size, d) => sum * size + (index[d] ?? 0), 0);

function unflat(shape: readonly number[], position: number): number[] {
  const index: number[] = [];
  let left = position;
  for (const size of shape.toReversed()) {
    index.unshift(left % size);
    left = Math.floor(left / size);
  }
  return index;
}

/** Where a position of a stretched shape lies in the shape itself. */
const stretchedIndex = (shape: readonly number[], index: readonly number[]): number[] =>
  shape.map((size, d) => (size === 1 ? 0 : (index[d + index.length - shape.length] ?? 0)));
