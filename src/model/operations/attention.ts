import { gradientInto } from "../autograd.ts";
import { type AttentionShape, kernels } from "../kernels/index.ts";
import { allocate } from "../kernels/memory.ts";
import { showShape } from "../shape.ts";
import { Tensor } from "../tensor.ts";

/** How attention is computed. */
export interface AttentionOptions {
  /** How many heads stand side by side in a row. */
  heads: number;
  /** Hides later moments: moment i of the queries sees the others up to i + (others − time). */
  causal?: boolean;
  /** What scores are multiplied by; 1/√size when left out. */
  scale?: number;
  /** Called with the weights, [batch, heads, time, others]: rows that add up to 1, without a past. */
  onWeights?: (weights: Tensor) => void;
}

/**
 * softmax(q·kᵀ·scale)·v for each head, at once (Vaswani et al. 2017, "Attention is all you need", section 3.2).
 * @param q [batch, time, heads·size]: who asks
 * @param k [batch, others, heads·size], and v: who is asked, and what they give
 * @returns [batch, time, heads·size]
 * @throws when the shapes do not fit, or the channels do not divide by the heads
 */
export function attention(q: Tensor, k: Tensor, v: Tensor, options: AttentionOptions): Tensor {
  const [batch = 0, time = 0, channels = 0] = q.shape;
  const others = k.shape[1] ?? 0;
  const fits = [k, v].every(
    ({ shape }) =>
      shape.length === 3 && shape[0] === batch && shape[1] === others && shape[2] === channels,
  );
  if (q.shape.length !== 3 || !fits)
    throw new Error(
      `attention: needs q [batch, time, channels] with k and v [batch, others, channels], got ${[q, k, v].map((one) => showShape(one.shape)).join(", ")}`,
    );
  const places = { qAt: 0, kAt: 0, vAt: 0, qStride: channels, kStride: channels };
  return attend([q, k, v], { batch, time, others, channels, ...places }, options);
}

/**
 * The same for queries, keys and values that stand side by side in one tensor, as one matrix gives them.
 * @param qkv [batch, time, 3·heads·size]
 * @returns [batch, time, heads·size]
 */
export function qkvAttention(qkv: Tensor, options: AttentionOptions): Tensor {
  const [batch = 0, time = 0, width = 0] = qkv.shape;
  if (qkv.shape.length !== 3 || width % 3 !== 0)
    throw new Error(`qkvAttention: needs [batch, time, 3·channels], got ${showShape(qkv.shape)}`);
  const channels = width / 3;
  const places = { qAt: 0, kAt: channels, vAt: 2 * channels, qStride: width, kStride: width };
  return attend([qkv], { batch, time, others: time, channels, ...places }, options);
}

type Places = Omit<AttentionShape, "heads" | "size" | "scale" | "causal"> & { channels: number };

/** @param inputs q, k and v, or the one tensor that holds all */
function attend(
  inputs: readonly [Tensor, Tensor, Tensor] | readonly [Tensor],
  { channels, ...places }: Places,
  { heads, causal = false, scale, onWeights }: AttentionOptions,
): Tensor {
  const { batch, time, others } = places;
  const size = channels / heads;
  if (!Number.isInteger(size))
    throw new Error(`attention: ${channels} channels do not divide into ${heads} heads`);
  if (causal && others < time)
    throw new Error(
      `attention: a causal mask needs at least as many keys as queries, got ${others} and ${time}`,
    );
  const shape = {
    ...places,
    ...{ heads, size, causal, scale: scale ?? 1 / Math.sqrt(size) },
  };
  const [q, k = q, v = q] = inputs;
  const out = allocate(batch * time * channels);
  const weights = allocate(batch * heads * time * others);
  kernels().attention(out, weights, q.storage, k.storage, v.storage, shape);
  onWeights?.(new Tensor(weights, [batch, heads, time, others]));
  return new Tensor(out, [batch, time, channels], {
    op: "attention",
    inputs,
    attributes: { ...shape },
    backward: (gradient) => {
      const slopes = inputs.map((one) =>
        one.requiresGrad ? gradientInto(one) : { into: allocate(one.size), add: false },
      );
      // All three are written in one way: where one is a sum already, the others start from zeros.
      const add = slopes.some((one) => one.add);
      for (const one of slopes) if (add && !one.add) one.into.array.fill(0);
      const [dq, dk = dq, dv = dq] = slopes.map(({ into }) => into);
      if (!dq || !dk || !dv) return;
      kernels().attentionBackward(
        ...([dq, dk, dv, gradient, weights, q.storage, k.storage, v.storage] as const),
        ...([shape, add] as const),
      );
    },
  });
}
