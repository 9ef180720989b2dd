import type { Kernels } from "../kernels.ts";
import { attention, attentionBackward } from "./attention.ts";
import { adamW, add, gather, gelu, mul, scatter, sumRows, sumSquares } from "./elementwise.ts";
import { matmul } from "./matmul.ts";
import { crossEntropy, layerNorm, layerNormBackward, softmax, softmaxBackward } from "./rows.ts";

/** Every kernel in plain loops: what the others are held to, and what runs where there is no SIMD. */
export const reference: Kernels = {
  adamW,
  add,
  attention,
  attentionBackward,
  crossEntropy,
  gather,
  gelu,
  layerNorm,
  layerNormBackward,
  matmul,
  mul,
  scatter,
  softmax,
  softmaxBackward,
  sumRows,
  sumSquares,
};
