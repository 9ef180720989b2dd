import { gradientOf } from "../autograd.ts";
import * as math from "../math.ts";
import { showShape } from "../shape.ts";
import { logSoftmax } from "./softmax.ts";
import { Tensor } from "../tensor.ts";

/**
 * The mean of −log p of the right answers: how surprised the model is.
 * @param logits scores before softmax, [batch, classes]
 * @param targets the right class of each row
 * @returns one number, in nats
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
  const logs = logSoftmax(logits.detach()).data;
  let total = 0;
  for (const [i, target] of targets.entries()) total -= logs[i * classes + target] ?? 0;
  const backward = (gradient: Float32Array): void => {
    // The famous p − y: what was predicted less what was right.
    const slope = (gradient[0] ?? 0) / rows;
    const to = gradientOf(logits);
    for (let j = 0; j < to.length; j++) {
      const y = j % classes === targets[Math.floor(j / classes)] ? 1 : 0;
      to[j] = (to[j] ?? 0) + slope * (math.exp(logs[j] ?? 0) - y);
    }
  };
  const data = Float32Array.of(total / rows);
  return new Tensor(data, [], {
    op: "crossEntropy",
    inputs: [logits],
    backward,
    attributes: { targets: [...targets] },
  });
}
