import { describe, expect, it } from "vitest";
import {
  attention,
  concat,
  crossEntropy,
  dropout,
  type Explanation,
  embedding,
  explain,
  layerNorm,
  linear,
  qkvAttention,
  Random,
  randn,
  rotary,
  SelfAttention,
  stack,
  type Tensor,
  tensor,
  trace,
  where,
} from "./index.ts";

/** The value of an explanation's expression, worked out from its text and operands alone. */
function evaluate({ expression }: Explanation): number {
  const code = expression
    .map((part) => (typeof part === "string" ? part : `(${part.value})`))
    .join("")
    .replaceAll("×", "*")
    .replaceAll("÷", "/")
    .replaceAll("−", "-")
    .replace(/√(\([^)]*\))/g, "Math.sqrt$1")
    .replace(/(\([^)]*\)) to the power of (\d+)/g, "$1 ** $2")
    .replaceAll(/\b(exp|log|tanh|max)\(/g, "Math.$1(");
  return Function(`"use strict"; return ${code.startsWith("hidden by ") ? "-Infinity" : code}`)();
}

function expectExplained(t: Tensor): void {
  const told = trace(t);
  if (!told) throw new Error("no trace");
  const last = told.nodes.length - 1;
  for (const [i, value] of t.data.entries()) {
    const index: number[] = [];
    let left = i;
    for (const size of [...t.shape].reverse()) {
      index.unshift(left % size);
      left = Math.floor(left / size);
    }
    const explanation = explain(told, last, index);
    expect(explanation.value).toBe(value);
    const worked = evaluate(explanation);
    if (Number.isFinite(value)) expect(worked, JSON.stringify(explanation)).toBeCloseTo(value, 4);
    else expect(worked).toBe(value);
  }
}

describe("every number explains itself: the sum that is told gives the number", () => {
  const random = new Random(4);
  const a = randn([2, 3], random).named("a");
  const b = randn([2, 3], random).named("b");
  const positive = a.mul(a).add(1).named("p");
  const cases: Record<string, Tensor> = {
    add: a.add(b),
    "add, stretched": a.add(b.row(0)),
    sub: a.sub(2),
    mul: a.mul(b),
    div: a.div(positive),
    neg: a.neg(),
    exp: a.exp(),
    log: positive.log(),
    sqrt: positive.sqrt(),
    tanh: a.tanh(),
    sigmoid: a.sigmoid(),
    relu: a.relu(),
    pow: a.pow(3),
    matmul: a.matmul(b.transpose()),
    "matmul in a batch": stack([a, b]).matmul(b.transpose()),
    sum: a.sum(),
    "sum along": a.sum(0),
    "mean along, kept": a.mean(1, true),
    max: a.max(1),
    softmax: a.softmax(),
    "softmax down": a.softmax(0),
    logSoftmax: a.logSoftmax(),
    maskedFill: a.maskedFill(tensor([[0, 1, 0]]), Number.NEGATIVE_INFINITY),
    reshape: a.reshape([3, 2]),
    transpose: a.transpose(),
    slice: a.slice(1, 1, 3),
    row: a.row(1),
    gather: a.gather([1, 0, 1]),
    concat: concat([a, b], 1),
    "logSoftmax down": a.logSoftmax(0),
    "max of all": a.max(),
    crossEntropy: crossEntropy(a, [2, 0]),
    "crossEntropy of an exact answer": crossEntropy(tensor([[9, -9]]), [0]),
  };
  const qkv = randn([2, 3, 12], random).named("qkv");
  Object.assign(cases, {
    linear: linear(a, b, tensor([1, 2]).named("bias")),
    "linear without bias": linear(a, b),
    gelu: a.gelu(),
    layerNorm: layerNorm(a, tensor([1, 2, 3]), tensor([0, -1, 4])),
    dropout: dropout(a, 0.5, random),
    embedding: embedding(a, [1, 0, 1, 1], [2, 2]),
    where: where(tensor([[0, 1, 0]]), a, b),
    topK: a.topK(2).values,
    split: a.split([1, 2], 1)[1],
    "attention of two heads": qkvAttention(qkv, { heads: 2, causal: true }),
    rotary: rotary(qkv, 3, 2),
    "attention to others": attention(stack([a]), stack([b]), stack([b]), { heads: 1 }),
  });
  for (const [name, result] of Object.entries(cases)) it(name, () => expectExplained(result));

  it("attention, all the way", () => {
    const attention = new SelfAttention({ inputs: 3, keys: 2, outputs: 2, causal: true, random });
    for (const one of Object.values(attention.attend(a))) expectExplained(one);
  });

  it("names operands as the reader knows them, seen through what only moves numbers", () => {
    const scores = a.matmul(b.transpose()).named("scores");
    const told = trace(scores);
    const explanation = told && explain(told, told.nodes.length - 1, [1, 0]);
    expect(explanation?.label).toBe("scores[1, 0]");
    const labels = explanation?.expression.map((part) =>
      typeof part === "string" ? part : part.label,
    );
    expect(labels?.join("")).toBe("a[1, 0] × b[0, 0] + a[1, 1] × b[0, 1] + a[1, 2] × b[0, 2]");
  });

  it("writes out a long sum in part, and says how much is left", () => {
    const long = randn([1, 30], random);
    const told = trace(long.matmul(long.transpose()));
    expect(told && explain(told, told.nodes.length - 1, [0, 0]).expression.at(-1)).toBe(
      " + … 6 more",
    );
  });

  it("cuts off what is too far back, and refuses what is not there", () => {
    let far = a;
    for (let i = 0; i < 300; i++) far = far.add(1);
    const told = trace(far);
    expect(told?.nodes.length).toBeLessThanOrEqual(200);
    expect(told && explain(told, told.nodes.length - 1, [0, 0]).expression.length).toBe(3);
    expect(() => told && explain(told, 0, [9, 9])).toThrow(/there is no number \[9, 9\]/);
    expect(trace(randn([200, 200], random))).toBeUndefined();
  });
});
