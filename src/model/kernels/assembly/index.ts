/** The kernels that the wasm backend has: AssemblyScript, compiled by ../build.ts into ../wasm/binaries.ts. */
export { attention, attentionBackward } from "./attention";
export { add, gather, gelu, mul, scatter, sumRows } from "./elementwise";
export { heap, matmul } from "./matmul";
export { crossEntropy, layerNorm, layerNormBackward, softmax, softmaxBackward } from "./normalize";
export { adamW, sumSquares } from "./optimize";
