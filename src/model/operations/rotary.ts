import { gradientInto } from "../autograd.ts";
import { allocate } from "../kernels/memory.ts";
import { cos, exp, log, sin } from "../math.ts";
import { showShape } from "../shape.ts";
import { Tensor } from "../tensor.ts";

/**
 * Rotary positions (Su et al. 2021, "RoFormer", section 3.2): in each head, pair j of numbers is turned by position·10000^(−2j/size), so that the
 * product of a query and a key depends on how far apart they stand. Pairs are number j and number j + size/2, as most models do.
 * @param x queries or keys, [batch, time, heads·size]
 * @param start the position of the first moment
 * @throws when a head's size is not even
 */
export function rotary(x: Tensor, heads: number, start = 0): Tensor {
  const [batch = 0, time = 0, channels = 0] = x.shape;
  const size = channels / heads;
  if (x.shape.length !== 3 || !Number.isInteger(size / 2))
    throw new Error(
      `rotary: needs [batch, time, heads·size] with an even size, got ${showShape(x.shape)} and ${heads} heads`,
    );
  const half = size / 2;
  const turns = Array.from({ length: time * half }, (_, i) => {
    const angle = (start + Math.floor(i / half)) * exp((-2 * (i % half) * log(10_000)) / size);
    return [cos(angle), sin(angle)] as const;
  });
  const turn = (to: Float32Array, from: Float32Array, way: 1 | -1, add: boolean): void => {
    for (let b = 0; b < batch; b++) {
      for (let t = 0; t < time; t++) {
        for (let i = 0; i < channels / 2; i++) {
          const [c, s] = turns[t * half + (i % half)] ?? [1, 0];
          const at = (b * time + t) * channels + Math.floor(i / half) * size + (i % half);
          const [u, v] = [from[at] ?? 0, from[at + half] ?? 0];
          to[at] = (add ? (to[at] ?? 0) : 0) + u * c - way * v * s;
          to[at + half] = (add ? (to[at + half] ?? 0) : 0) + v * c + way * u * s;
        }
      }
    }
  };
  const out = allocate(x.size);
  turn(out.array, x.data, 1, false);
  return new Tensor(out, x.shape, {
    op: "rotary",
    inputs: [x],
    attributes: { heads, start },
    backward: (gradient) => {
      // Turned back.
      const { into, add } = gradientInto(x);
      turn(into.array, gradient.array, -1, add);
    },
  });
}
