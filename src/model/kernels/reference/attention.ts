import type { AttentionShape, Product } from "../kernels.ts";
import type { Storage } from "../storage.ts";
import { one } from "./matmul.ts";
import { softmaxRow, softmaxRowBackward } from "./rows.ts";

const f = Math.fround;

/** For each of the batch and each head: where its numbers begin. */
function* heads(shape: AttentionShape): Generator<{
  out: number;
  weights: number;
  q: number;
  k: number;
  v: number;
}> {
  const { batch, time, others, size, qAt, kAt, vAt, qStride, kStride } = shape;
  for (let b = 0; b < batch; b++) {
    for (let h = 0; h < shape.heads; h++) {
      yield {
        out: (b * time * shape.heads + h) * size,
        weights: (b * shape.heads + h) * time * others,
        q: qAt + b * time * qStride + h * size,
        k: kAt + b * others * kStride + h * size,
        v: vAt + b * others * kStride + h * size,
      };
    }
  }
}

/** How many of the others moment i sees. */
const seen = ({ causal, time, others }: AttentionShape, i: number): number =>
  causal ? i + 1 + others - time : others;

/** softmax(q·kᵀ·scale)·v, head by head (Vaswani et al. 2017, section 3.2). */
export function attention(
  out: Storage,
  weights: Storage,
  q: Storage,
  k: Storage,
  v: Storage,
  shape: AttentionShape,
): void {
  const { time, others, size, qStride, kStride } = shape;
  const scale = f(shape.scale);
  const scores: Product = {
    ...{ m: time, n: others, k: size, crs: others, ars: qStride, acs: 1, brs: 1, bcs: kStride },
    add: false,
  };
  const sum: Product = {
    ...{ m: time, n: size, k: others, crs: shape.heads * size, ars: others, acs: 1 },
    ...{ brs: kStride, bcs: 1, add: false },
  };
  for (const at of heads(shape)) {
    const w = weights.array;
    one(w, at.weights, q.array, at.q, k.array, at.k, scores);
    for (let i = 0; i < time; i++) {
      const row = at.weights + i * others;
      const end = row + seen(shape, i);
      for (let j = row; j < end; j++) w[j] = (w[j] as number) * scale;
      softmaxRow(w, w, row, end - row);
      w.fill(0, end, row + others);
    }
    one(out.array, at.out, w, at.weights, v.array, at.v, sum);
  }
}

/** dq, dk and dv = or += what they owe to dout. */
export function attentionBackward(
  dq: Storage,
  dk: Storage,
  dv: Storage,
  dout: Storage,
  weights: Storage,
  q: Storage,
  k: Storage,
  v: Storage,
  shape: AttentionShape,
  add: boolean,
): void {
  const { time, others, size, qStride, kStride } = shape;
  const outs = shape.heads * size;
  const slopes = new Float32Array(time * others);
  for (const at of heads(shape)) {
    const w = weights.array;
    one(dv.array, at.v, w, at.weights, dout.array, at.out, {
      ...{ m: others, n: size, k: time, crs: kStride, ars: 1, acs: others, brs: outs, bcs: 1, add },
    });
    one(slopes, 0, dout.array, at.out, v.array, at.v, {
      ...{ m: time, n: others, k: size, crs: others, ars: outs, acs: 1, brs: 1, bcs: kStride },
      add: false,
    });
    for (let i = 0; i < time; i++) {
      const count = seen(shape, i);
      const row = i * others;
      softmaxRowBackward(slopes, row, w, at.weights + row, slopes, row, count, shape.scale, false);
      slopes.fill(0, row + count, row + others);
    }
    one(dq.array, at.q, slopes, 0, k.array, at.k, {
      ...{ m: time, n: size, k: others, crs: qStride, ars: others, acs: 1, brs: kStride, bcs: 1 },
      add,
    });
    one(dk.array, at.k, slopes, 0, q.array, at.q, {
      ...{ m: others, n: size, k: time, crs: kStride, ars: 1, acs: others, brs: qStride, bcs: 1 },
      add,
    });
  }
}
