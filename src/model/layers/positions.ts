import { randn } from "../create.ts";
import { cos, exp, log, sin } from "../math.ts";
import { embedding } from "../operations/embedding.ts";
import type { Random } from "../random.ts";
import { Tensor } from "../tensor.ts";
import { Module } from "./module.ts";

/** A trained vector for each position, 0, 1, 2, …, added to the vector of the word that stands there. */
export class PositionEmbedding extends Module {
  /** [context, channels] */
  readonly weight: Tensor;

  constructor(context: number, channels: number, { random }: { random: Random }) {
    super();
    this.weight = randn([context, channels], random).named("positions").requireGrad();
  }

  /**
   * [..., time, channels] → the same shape
   * @param start the position of the first moment
   * @throws when a position has no vector
   */
  forward(x: Tensor, start = 0): Tensor {
    const [time = 0] = x.shape.slice(-2);
    const context = this.weight.shape[0] ?? 0;
    if (start + time > context)
      throw new Error(
        `positions: there is a vector for each of ${context} positions, but the text reaches position ${start + time}`,
      );
    const batch = x.size / (time * (x.shape.at(-1) ?? 1));
    const indices = Array.from({ length: batch * time }, (_, i) => start + (i % time));
    return x.add(embedding(this.weight, indices, x.shape.slice(0, -1)));
  }
}

/**
 * The positions of the first transformer (Vaswani et al. 2017, section 3.5), for as many moments as asked: number 2j of position p is
 * sin(p·10000^(−2j/channels)), number 2j + 1 its cosine.
 * @returns [time, channels]
 */
export function sinusoidal(time: number, channels: number, start = 0): Tensor {
  const data = Float32Array.from({ length: time * channels }, (_, i) => {
    const [p, channel] = [start + Math.floor(i / channels), i % channels];
    const even = channel - (channel % 2);
    const angle = p * exp((-even * log(10_000)) / channels);
    return channel % 2 === 0 ? sin(angle) : cos(angle);
  });
  return new Tensor(data, [time, channels], { op: "given", inputs: [] }).named("positions");
}
