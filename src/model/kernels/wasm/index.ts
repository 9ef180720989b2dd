import type { AttentionShape, Kernels } from "../kernels.ts";
import { reference } from "../reference/index.ts";
import { type Compiled, instantiate } from "./instance.ts";
import { inside, staged } from "./staging.ts";

const one = { c: [0], a: [0], b: [0] };

/**
 * The kernels in WebAssembly. Where numbers stand on JavaScript's heap, products and attention bring them into the memory for the time of
 * the call; the rest, which looks at each number only once, is left to the plain loops, whose bits are the same.
 */
export function wasm(base64: string): Kernels {
  const compiled = instantiate(base64);
  return {
    matmul(c, a, b, { m, n, k, crs, ars, acs, brs, bcs, add, starts = one }, bias) {
      staged([c], bias ? [a, b, bias] : [a, b], 0, (at) => {
        const sum = bias ? at(bias) : 0;
        for (let i = 0; i < starts.c.length; i++) {
          const [atC, atA, atB] = [starts.c, starts.a, starts.b].map((list) => 4 * (list[i] ?? 0));
          compiled.matmul(
            ...[
              at(c) + (atC ?? 0),
              crs,
              at(a) + (atA ?? 0),
              ars,
              acs,
              at(b) + (atB ?? 0),
              brs,
              bcs,
            ],
            ...[m, n, k, Number(add), sum, 0, 0],
          );
        }
      });
    },
    ...attentions(compiled),
    add(out, a, b) {
      if (!inside(out, a, b)) return reference.add(out, a, b);
      compiled.add(out.offset, a.offset, b.offset, out.length);
    },
    mul(out, a, b, add) {
      if (!inside(out, a, b)) return reference.mul(out, a, b, add);
      compiled.mul(out.offset, a.offset, b.offset, out.length, Number(add));
    },
    sumRows(out, a) {
      if (!inside(out, a)) return reference.sumRows(out, a);
      compiled.sumRows(out.offset, a.offset, a.length / out.length, out.length);
    },
    gelu(out, slopes, x) {
      if (!inside(out, slopes, x)) {
        reference.gelu(out, slopes, x);
        return;
      }
      compiled.gelu(out.offset, slopes.offset, x.offset, x.length);
    },
    ...rows(compiled),
    adamW(p, g, means, squares, start, end, step) {
      if (!inside(p, g, means, squares))
        return reference.adamW(p, g, means, squares, start, end, step);
      const { beta1, beta2, size, root, eps, keep } = step;
      const [atP, atG, atM, atS] = [p, g, means, squares].map(({ offset }) => offset + 4 * start);
      const count = end - start;
      compiled.adamW(
        ...[atP ?? 0, atG ?? 0, atM ?? 0, atS ?? 0, count, beta1, beta2, size, root, eps, keep],
      );
    },
    gather(out, table, indices, channels) {
      if (!inside(out, table, indices)) {
        reference.gather(out, table, indices, channels);
        return;
      }
      const n = indices.length;
      compiled.gather(out.offset, table.offset, indices.offset, n, channels);
    },
    scatter(table, rows, indices, channels) {
      if (!inside(table, rows, indices)) {
        reference.scatter(table, rows, indices, channels);
        return;
      }
      const n = indices.length;
      compiled.scatter(table.offset, rows.offset, indices.offset, n, channels);
    },
    sumSquares(x) {
      return inside(x) ? compiled.sumSquares(x.offset, x.length) : reference.sumSquares(x);
    },
  };
}

function attentions(compiled: Compiled): Pick<Kernels, "attention" | "attentionBackward"> {
  return {
    attention(out, weights, q, k, v, shape) {
      const { time, others, heads, size, scale, causal, qStride, kStride } = shape;
      staged([out, weights], [q, k, v], 0, (at) => {
        for (const part of parts(shape)) {
          compiled.attention(
            ...[at(out) + part.out, heads * size, at(weights) + part.weights],
            ...[at(q) + part.q, qStride, at(k) + part.k, at(v) + part.v, kStride],
            ...[time, others, heads, size, scale, Number(causal)],
          );
        }
      });
    },
    attentionBackward(dq, dk, dv, dout, weights, q, k, v, shape, add) {
      const { time, others, heads, size, scale, causal, qStride, kStride } = shape;
      staged([dq, dk, dv], [dout, weights, q, k, v], time * others, (at, scratch) => {
        for (const part of parts(shape)) {
          compiled.attentionBackward(
            ...[at(dq) + part.q, qStride, at(dk) + part.k, at(dv) + part.v, kStride],
            ...[at(dout) + part.out, heads * size, at(weights) + part.weights, scratch],
            ...[at(q) + part.q, qStride, at(k) + part.k, at(v) + part.v, kStride],
            ...[time, others, heads, size, scale, Number(causal), Number(add)],
          );
        }
      });
    },
  };
}

/** For each of the batch, where its numbers begin, in bytes. */
function parts(shape: AttentionShape) {
  const { batch, time, others, heads, size, qAt, kAt, vAt, qStride, kStride } = shape;
  return Array.from({ length: batch }, (_, b) => ({
    out: 4 * b * time * heads * size,
    weights: 4 * b * heads * time * others,
    q: 4 * (qAt + b * time * qStride),
    k: 4 * (kAt + b * others * kStride),
    v: 4 * (vAt + b * others * kStride),
  }));
}

function rows(
  compiled: Compiled,
): Pick<
  Kernels,
  "softmax" | "softmaxBackward" | "crossEntropy" | "layerNorm" | "layerNormBackward"
> {
  return {
    softmax(out, x, n) {
      if (!inside(out, x)) return reference.softmax(out, x, n);
      compiled.softmax(out.offset, x.offset, x.length / n, n);
    },
    softmaxBackward(dx, p, dp, n, add) {
      if (!inside(dx, p, dp)) return reference.softmaxBackward(dx, p, dp, n, add);
      compiled.softmaxBackward(dx.offset, p.offset, dp.offset, p.length / n, n, Number(add));
    },
    crossEntropy(slopes, logits, targets, n, by) {
      if (!inside(slopes, logits, targets))
        return reference.crossEntropy(slopes, logits, targets, n, by);
      const [to, from, right] = [slopes.offset, logits.offset, targets.offset];
      return compiled.crossEntropy(to, from, right, targets.length, n, by);
    },
    layerNorm(y, means, inverses, x, weight, bias, eps) {
      if (!inside(y, means, inverses, x, weight, bias))
        return reference.layerNorm(y, means, inverses, x, weight, bias, eps);
      compiled.layerNorm(
        ...[y.offset, means.offset, inverses.offset, x.offset, weight.offset, bias.offset],
        ...[means.length, weight.length, eps],
      );
    },
    layerNormBackward(dx, dweight, dbias, dy, x, means, inverses, weight, add) {
      if (!inside(dx, dweight, dbias, dy, x, means, inverses, weight))
        return reference.layerNormBackward(
          ...([dx, dweight, dbias, dy, x, means, inverses, weight, add] as const),
        );
      compiled.layerNormBackward(
        ...[dx.offset, dweight.offset, dbias.offset, dy.offset, x.offset],
        ...[means.offset, inverses.offset, weight.offset],
        ...[means.length, weight.length, Number(add)],
      );
    },
  };
}
