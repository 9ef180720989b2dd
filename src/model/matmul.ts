import { gradientOf } from "./autograd.ts";
import { broadcast, offsets, type Shape, showShape, sizeOf, stretched } from "./shape.ts";
import { Tensor } from "./tensor.ts";

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
  const startsA = offsets(outer, stretched(outerA, outer)).map((at) => at * n * k);
  const startsB = offsets(outer, stretched(outerB, outer)).map((at) => at * k * m);
  const shape = [...outer, n, m];
  const data = new Float32Array(sizeOf(shape));
  for (let batch = 0; batch < startsA.length; batch++) {
    product(data, batch * n * m, a.data, startsA[batch] ?? 0, b.data, startsB[batch] ?? 0, n, k, m);
  }
  const backward = (gradient: Float32Array): void => {
    for (let batch = 0; batch < startsA.length; batch++) {
      const [atA, atB, at] = [startsA[batch] ?? 0, startsB[batch] ?? 0, batch * n * m];
      // The derivative by a is g·bᵀ, by b it is aᵀ·g.
      if (a.requiresGrad) {
        const turned = transposed(b.data, atB, k, m);
        product(gradientOf(a), atA, gradient, at, turned, 0, n, m, k);
      }
      if (b.requiresGrad) {
        const turned = transposed(a.data, atA, n, k);
        product(gradientOf(b), atB, turned, 0, gradient, at, k, n, m);
      }
    }
  };
  return new Tensor(data, shape, { op: "matmul", inputs: [a, b], backward });
}

const lastTwo = (shape: Shape): [number, number] => [shape.at(-2) ?? 0, shape.at(-1) ?? 0];

/** Adds an n × k block times a k × m block to an n × m block. Sums are kept in double precision, in the order of k. */
function product(
  to: Float32Array,
  at: number,
  a: Float32Array,
  atA: number,
  b: Float32Array,
  atB: number,
  n: number,
  k: number,
  m: number,
): void {
  const row = new Float64Array(m);
  for (let i = 0; i < n; i++) {
    row.fill(0);
    for (let p = 0; p < k; p++) {
      const left = a[atA + i * k + p] ?? 0;
      const start = atB + p * m;
      for (let j = 0; j < m; j++) row[j] = (row[j] as number) + left * (b[start + j] as number);
    }
    for (let j = 0; j < m; j++)
      to[at + i * m + j] = (to[at + i * m + j] as number) + (row[j] as number);
  }
}

function transposed(data: Float32Array, at: number, rows: number, columns: number): Float32Array {
  const turned = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) turned[j * rows + i] = data[at + i * columns + j] ?? 0;
  }
  return turned;
}
