import { gradientOf } from "../autograd.ts";
import * as math from "../math.ts";
import { broadcast, offsets, type Shape, sameShape, sizeOf, stretched } from "../shape.ts";
import { Tensor } from "../tensor.ts";

type Two = (a: number, b: number) => number;

/** Applies `f` to pairs of numbers; `da` and `db` are its derivatives by either. */
function binary(op: string, a: Tensor, other: Tensor | number, f: Two, da: Two, db: Two): Tensor {
  const b =
    typeof other === "number"
      ? new Tensor(Float32Array.of(other), []).named(String(Number(other.toPrecision(4))))
      : other;
  const shape = sameShape(a.shape, b.shape) ? a.shape : broadcast(a.shape, b.shape, op);
  const atA = reading(a.shape, shape);
  const atB = reading(b.shape, shape);
  const size = sizeOf(shape);
  const data = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    data[i] = f(a.data[atA ? (atA[i] ?? 0) : i] ?? 0, b.data[atB ? (atB[i] ?? 0) : i] ?? 0);
  }
  const backward = (gradient: Float32Array): void => {
    for (const [one, at, derivative] of [
      [a, atA, da],
      [b, atB, db],
    ] as const) {
      if (!one.requiresGrad) continue;
      const sum = gradientOf(one);
      for (let i = 0; i < size; i++) {
        const to = at ? (at[i] ?? 0) : i;
        const slope = derivative(
          a.data[atA ? (atA[i] ?? 0) : i] ?? 0,
          b.data[atB ? (atB[i] ?? 0) : i] ?? 0,
        );
        sum[to] = (sum[to] ?? 0) + (gradient[i] ?? 0) * slope;
      }
    }
  };
  return new Tensor(data, shape, { op, inputs: [a, b], backward });
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
  const data = a.data.map(f);
  const backward = (gradient: Float32Array): void => {
    const sum = gradientOf(a);
    for (let i = 0; i < sum.length; i++) {
      sum[i] = (sum[i] ?? 0) + (gradient[i] ?? 0) * derivative(a.data[i] ?? 0, data[i] ?? 0);
    }
  };
  return new Tensor(data, a.shape, { op, inputs: [a], backward, attributes });
}

const one = () => 1;

export const add = (a: Tensor, b: Tensor | number): Tensor =>
  binary("add", a, b, (x, y) => x + y, one, one);
export const sub = (a: Tensor, b: Tensor | number): Tensor =>
  binary(
    "sub",
    a,
    b,
    (x, y) => x - y,
    one,
    () => -1,
  );
export const mul = (a: Tensor, b: Tensor | number): Tensor =>
  binary(
    "mul",
    a,
    b,
    (x, y) => x * y,
    (_, y) => y,
    (x) => x,
  );
export const div = (a: Tensor, b: Tensor | number): Tensor =>
  binary(
    "div",
    a,
    b,
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
