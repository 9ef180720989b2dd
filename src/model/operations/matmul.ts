import { gradientInto } from "../autograd.ts";
import { kernels, type Product } from "../kernels/index.ts";
import { allocate } from "../kernels/memory.ts";
import { broadcast, offsets, type Shape, showShape, sizeOf, stretched } from "../shape.ts";
import { Tensor } from "../tensor.ts";

/**
 * Matrix product over the last two dimensions, batched over the others: [..., n, k] × [..., k, m] → [..., n, m].
 * A row of the result depends on its own row of `a` alone, to the last bit: masked tails and other rows change nothing.
 */
export function matmul(a: Tensor, b: Tensor): Tensor {
  const [n, k] = lastTwo(a.shape);
  const [inner, m] = lastTwo(b.shape);
  if (a.shape.length < 2 || b.shape.length < 2)
    throw new Error(
      `matmul: needs two dimensions or more on both sides, got ${showShape(a.shape)} × ${showShape(b.shape)}`,
    );
  if (k !== inner)
    throw new Error(
      `matmul: the inner sizes differ: ${showShape(a.shape)} × ${showShape(b.shape)} needs ${k} = ${inner}`,
    );
  const [outerA, outerB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  const outer = broadcast(outerA, outerB, "matmul");
  const starts = {
    a: offsets(outer, stretched(outerA, outer)).map((at) => at * n * k),
    b: offsets(outer, stretched(outerB, outer)).map((at) => at * k * m),
    c: Int32Array.from({ length: sizeOf(outer) }, (_, batch) => batch * n * m),
  };
  const shape = [...outer, n, m];
  const out = allocate(sizeOf(shape));
  const rows = (size: number) => ({ rs: size, cs: 1 });
  const columns = (size: number) => ({ rs: 1, cs: size });
  const plain = product([n, m, k], rows(k), rows(m), false);
  kernels().matmul(out, a.storage, b.storage, { ...plain, starts });
  return new Tensor(out, shape, {
    op: "matmul",
    inputs: [a, b],
    backward: (gradient) => {
      // The derivative by a is g·bᵀ, by b it is aᵀ·g. What serves a whole batch gets a sum.
      if (a.requiresGrad) {
        const { into, add } = gradientInto(a);
        const sums = add || into.length < starts.c.length * n * k;
        if (sums && !add) into.array.fill(0);
        kernels().matmul(into, gradient, b.storage, {
          ...product([n, k, m], rows(m), columns(m), sums),
          starts: { c: starts.a, a: starts.c, b: starts.b },
        });
      }
      if (b.requiresGrad) {
        const { into, add } = gradientInto(b);
        const sums = add || into.length < starts.c.length * k * m;
        if (sums && !add) into.array.fill(0);
        kernels().matmul(into, a.storage, gradient, {
          ...product([k, m, n], columns(k), rows(m), sums),
          starts: { c: starts.b, a: starts.a, b: starts.c },
        });
      }
    },
  });
}

const lastTwo = (shape: Shape): [number, number] => [shape.at(-2) ?? 0, shape.at(-1) ?? 0];

const product = (
  [m, n, k]: [number, number, number],
  a: { rs: number; cs: number },
  b: { rs: number; cs: number },
  add: boolean,
): Product => ({ m, n, k, crs: n, ars: a.rs, acs: a.cs, brs: b.rs, bcs: b.cs, add });

/**
 * y = x·Wᵀ + b, the work of a linear layer at once.
 * @param x [..., in]
 * @param weight [out, in]: a row of weights for each output
 * @param bias [out]
 * @returns [..., out]
 * @throws when the sizes do not fit
 */
export function linear(x: Tensor, weight: Tensor, bias?: Tensor): Tensor {
  const [outs, ins] = lastTwo(weight.shape);
  if (weight.shape.length !== 2 || x.shape.length < 1 || x.shape.at(-1) !== ins)
    throw new Error(
      `linear: needs x [..., in] and a weight [out, in] with the same in, got ${showShape(x.shape)} and ${showShape(weight.shape)}`,
    );
  if (bias && (bias.shape.length !== 1 || bias.shape[0] !== outs))
    throw new Error(
      `linear: needs a bias for each of the ${outs} outputs, got ${showShape(bias.shape)}`,
    );
  const rows = x.size / ins;
  const out = allocate(rows * outs);
  const byRow = { rs: ins, cs: 1 };
  kernels().matmul(
    out,
    x.storage,
    weight.storage,
    product([rows, outs, ins], byRow, { rs: 1, cs: ins }, false),
    bias?.storage,
  );
  return new Tensor(out, [...x.shape.slice(0, -1), outs], {
    op: "linear",
    inputs: bias ? [x, weight, bias] : [x, weight],
    backward: (gradient) => {
      if (x.requiresGrad) {
        const { into, add } = gradientInto(x);
        kernels().matmul(
          into,
          gradient,
          weight.storage,
          product([rows, ins, outs], { rs: outs, cs: 1 }, byRow, add),
        );
      }
      if (weight.requiresGrad) {
        const { into, add } = gradientInto(weight);
        kernels().matmul(
          into,
          gradient,
          x.storage,
          product([outs, ins, rows], { rs: 1, cs: outs }, byRow, add),
        );
      }
      if (bias?.requiresGrad) {
        const { into, add } = gradientInto(bias);
        if (!add) into.array.fill(0);
        kernels().sumRows(into, gradient);
      }
    },
  });
}
