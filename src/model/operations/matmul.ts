import { gradientOf } from "../autograd.ts";
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

/**
 * Adds an n × k block times a k × m block to an n × m block. Each sum is kept in double precision, in the order of k, and rounded
 * once: four at a time, so that they stay in registers.
 */
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
  const blocks = m - (m % 4);
  for (let i = 0; i < n; i++) {
    const rowA = atA + i * k;
    const row = at + i * m;
    for (let j = 0; j < blocks; j += 4) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let p = 0, q = atB + j; p < k; p++, q += m) {
        const left = a[rowA + p] as number;
        s0 += left * (b[q] as number);
        s1 += left * (b[q + 1] as number);
        s2 += left * (b[q + 2] as number);
        s3 += left * (b[q + 3] as number);
      }
      to[row + j] = (to[row + j] as number) + s0;
      to[row + j + 1] = (to[row + j + 1] as number) + s1;
      to[row + j + 2] = (to[row + j + 2] as number) + s2;
      to[row + j + 3] = (to[row + j + 3] as number) + s3;
    }
    for (let j = blocks; j < m; j++) {
      let sum = 0;
      for (let p = 0, q = atB + j; p < k; p++, q += m)
        sum += (a[rowA + p] as number) * (b[q] as number);
      to[row + j] = (to[row + j] as number) + sum;
    }
  }
}

function transposed(data: Float32Array, at: number, rows: number, columns: number): Float32Array {
  const turned = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) turned[j * rows + i] = data[at + i * columns + j] as number;
  }
  return turned;
}
