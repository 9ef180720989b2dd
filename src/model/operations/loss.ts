import { gradientInto } from "../autograd.ts";
import { kernels } from "../kernels/index.ts";
import { allocate } from "../kernels/memory.ts";
import { showShape } from "../shape.ts";
import { Tensor } from "../tensor.ts";

/**
 * The mean of −log p of the right answers: how surprised the model is.
 * @param logits scores before softmax, [batch, classes]
 * @param targets the right class of each row
 * @returns one number, in nats
 * @throws when a target is not one of the classes
 */
export function crossEntropy(logits: Tensor, targets: readonly number[]): Tensor {
  const [rows = 0, classes = 0] = logits.shape;
  if (logits.shape.length !== 2 || rows !== targets.length)
    throw new Error(
      `crossEntropy: needs logits [batch, classes] and a target for each row, got ${showShape(logits.shape)} and ${targets.length} targets`,
    );
  const bad = targets.find(
    (target) => !Number.isInteger(target) || target < 0 || target >= classes,
  );
  if (bad !== undefined)
    throw new Error(
      `crossEntropy: the target ${bad} is not one of the classes 0 to ${classes - 1}`,
    );
  const out = allocate(1);
  const right = allocate(rows);
  // The famous p − y, what was predicted less what was right, is at hand once the loss is: it is kept for the gradient.
  const slopes = allocate(logits.size);
  right.integers.set(targets);
  out.array[0] = kernels().crossEntropy(slopes, logits.storage, right, classes, 1 / rows) / rows;
  return new Tensor(out, [], {
    op: "crossEntropy",
    inputs: [logits],
    attributes: { targets: [...targets] },
    backward: (gradient) => {
      const { into, add } = gradientInto(logits);
      const by = gradient.array[0] ?? 0;
      const [to, from] = [into.array, slopes.array];
      if (by === 1 && !add) to.set(from);
      else
        for (let i = 0; i < to.length; i++) to[i] = (add ? (to[i] ?? 0) : 0) + by * (from[i] ?? 0);
    },
  });
}
