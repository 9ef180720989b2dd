export { noGrad } from "./autograd.ts";
export { concat, stack } from "./operations/concat.ts";
export { arange, causalMask, eye, full, ones, randn, tensor, zeros } from "./create.ts";
export { type Explanation, explain, type Operand, type Trace, type TraceNode } from "./explain.ts";
export {
  type Attended,
  type AttentionOptions,
  CrossAttention,
  SelfAttention,
} from "./layers/attention.ts";
export { Embedding } from "./layers/embedding.ts";
export { Linear } from "./layers/linear.ts";
export { crossEntropy } from "./operations/loss.ts";
export { cos, exp, log, sigmoid, sin, tanh } from "./math.ts";
export { Adam, SGD } from "./optimizers.ts";
export { Random } from "./random.ts";
export type { Shape } from "./shape.ts";
export { type Nested, Tensor } from "./tensor.ts";
export { trace } from "./trace.ts";
