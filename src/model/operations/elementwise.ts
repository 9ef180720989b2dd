import { gradientInto, gradientOf } from "../autograd.ts";
import { kernels } from "../kernels/index.ts";
import { allocate } from "../kernels/memory.ts";
import type { Storage } from "../kernels/storage.ts";
import * as math from "../math.ts";
import { broadcast, offsets, type Shape, sameShape, sizeOf, stretched } from "../shape.ts";
import { Tensor } from "../tensor.ts";

type Two = (a: number, b: number) => number;

/** A pair of tensors that are read at the same places. */
interface Pair {
  a: Tensor;
  b: Tensor;
  shape: Shape;
  size: number;
}

function pairOf(op: string, a: Tensor, other: Tensor | number): Pair {
  const b =
    typeof other === "number"
      ? new Tensor(Float32Array.of(other), []).named(String(Number(other.toPrecision(4))))
      : other;
  const shape = sameShape(a.shape, b.shape) ? a.shape : broadcast(a.shape, b.shape, op);
  return { a, b, shape, size: sizeOf(shape) };
}

/** Applies `f` to pairs of numbers; `da` and `db` are its derivatives by either. */
function binary(op: string, pair: Pair, f: Two, da: Two, db: Two): Tensor {
  const { a, b, shape, size } = pair;
  const out = allocate(size);
  const [to, x, y] = [out.array, a.data, b.data];
  const atA = reading(a.shape, shape);
  const atB = reading(b.shape, shape);
  for (let i = 0; i < size; i++) {
    to[i] = f(x[atA ? (atA[i] ?? 0) : i] ?? 0, y[atB ? (atB[i] ?? 0) : i] ?? 0);
  }
  const backward = (gradient: Storage): void => {
    for (const [one, at, derivative] of [
      [a, atA, da],
      [b, atB, db],
    ] as const) {
      if (!one.requiresGrad) continue;
      const sum = gradientOf(one);
      const [g, x, y] = [gradient.array, a.data, b.data];
      for (let i = 0; i < size; i++) {
        const to = at ? (at[i] ?? 0) : i;
        const slope = derivative(x[atA ? (atA[i] ?? 0) : i] ?? 0, y[atB ? (atB[i] ?? 0) : i] ?? 0);
        sum[to] = (sum[to] ?? 0) + (g[i] ?? 0) * slope;
      }
    }
  };
  return new Tensor(out, shape, { op, inputs: [a, b], backward });
}

/** Where each number of the result reads in an input; undefined when both are laid out alike. */
const reading = (shape: Shape, to: Shape): Int32Array | undefined =>
  sameShape(shape, to) ? undefined : offsets(to, stretched(shape, to));

/** Applies `f` to each number; its derivative is a function of the number x and of the result y. */
function unary(
  op: string,
  a: Tensor,
  f: (x: number) => number,
  derivative: Two,
  attributes = {},
): Tensor {
  const out = allocate(a.size);
  const [to, from] = [out.array, a.data];
  for (let i = 0; i < to.length; i++) to[i] = f(from[i] ?? 0);
  const backward = (gradient: Storage): void => {
    const sum = gradientOf(a);
    const [g, x, y] = [gradient.array, a.data, out.array];
    for (let i = 0; i < sum.length; i++)
      sum[i] = (sum[i] ?? 0) + (g[i] ?? 0) * derivative(x[i] ?? 0, y[i] ?? 0);
  };
  return new Tensor(out, a.shape, { op, inputs: [a], backward, attributes });
}

const one = () => 1;

export function add(a: Tensor, other: Tensor | number): Tensor {
  const pair = pairOf("add", a, other);
  const { b, shape, size } = pair;
  if (!sameShape(a.shape, b.shape)) return binary("add", pair, (x, y) => x + y, one, one);
  const out = allocate(size);
  kernels().add(out, a.storage, b.storage);
  const backward = (gradient: Storage): void => {
    for (const each of [a, b]) {
      if (!each.requiresGrad) continue;
      const { into, add } = gradientInto(each);
      if (add) kernels().add(into, into, gradient);
      else into.array.set(gradient.array);
    }
  };
  return new Tensor(out, shape, { op: "add", inputs: [a, b], backward });
}

export const sub = (a: Tensor, b: Tensor | number): Tensor =>
  binary(
    "sub",
    pairOf("sub", a, b),
    (x, y) => x - y,
    one,
    () => -1,
  );

export function mul(a: Tensor, other: Tensor | number): Tensor {
  const pair = pairOf("mul", a, other);
  const { b, shape, size } = pair;
  if (!sameShape(a.shape, b.shape))
    return binary(
      "mul",
      pair,
      (x, y) => x * y,
      (_, y) => y,
      (x) => x,
    );
  const out = allocate(size);
  kernels().mul(out, a.storage, b.storage, false);
  const backward = (gradient: Storage): void => {
    for (const [each, by] of [
      [a, b],
      [b, a],
    ] as const) {
      if (!each.requiresGrad) continue;
      const { into, add } = gradientInto(each);
      kernels().mul(into, gradient, by.storage, add);
    }
  };
  return new Tensor(out, shape, { op: "mul", inputs: [a, b], backward });
}

export const div = (a: Tensor, b: Tensor | number): Tensor =>
  binary(
    "div",
    pairOf("div", a, b),
    (x, y) => x / y,
    (_, y) => 1 / y,
    (x, y) => -x / (y * y),
  );

export const neg = (a: Tensor): Tensor =>
  unary(
    "neg",
    a,
    (x) => -x,
    () => -1,
  );
export const exp = (a: Tensor): Tensor => unary("exp", a, math.exp, (_, y) => y);
export const log = (a: Tensor): Tensor => unary("log", a, math.log, (x) => 1 / x);
export const sqrt = (a: Tensor): Tensor => unary("sqrt", a, Math.sqrt, (_, y) => 0.5 / y);
export const tanh = (a: Tensor): Tensor => unary("tanh", a, math.tanh, (_, y) => 1 - y * y);
export const sigmoid = (a: Tensor): Tensor =>
  unary("sigmoid", a, math.sigmoid, (_, y) => y * (1 - y));
export const relu = (a: Tensor): Tensor =>
  unary(
    "relu",
    a,
    (x) => Math.max(0, x),
    (x) => (x > 0 ? 1 : 0),
  );
export const pow = (a: Tensor, exponent: number): Tensor =>
  unary(
    "pow",
    a,
    (x) => math.pow(x, exponent),
    (x) => (exponent === 0 ? 0 : exponent * math.pow(x, exponent - 1)),
    { exponent },
  );
