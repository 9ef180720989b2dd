export { noGrad, type Origin } from "./autograd.ts";
export { arange, causalMask, eye, full, ones, randn, tensor, zeros } from "./create.ts";
export { type Batch, type Batches, batches, type Windows, windows } from "./data/batches.ts";
export { allLines, type Lines, lineBatches } from "./data/lines.ts";
export { names } from "./data/names.ts";
export { rhyme } from "./data/rhyme.ts";
export { sonnets } from "./data/sonnets.ts";
export { splitData } from "./data/split-data.ts";
export { type Explanation, explain, type Operand, type Trace, type TraceNode } from "./explain.ts";
export { type Beam, beamSearch } from "./generate/beam.ts";
export { type GenerateOptions, generate } from "./generate/generate.ts";
export { type Predictor, predictor } from "./generate/predictor.ts";
export { chances, likeliest, pick, type SamplingOptions } from "./generate/sampling.ts";
export { type Continuation, continuations } from "./generate/tree.ts";
export { Cache, countParameters, GPT, type GPTConfig, gpt2Config, gpt2Sizes } from "./gpt.ts";
export { type BpeFiles, exportBpe, importBpe } from "./interchange/bpe-files.ts";
export type { ByteSource } from "./interchange/bytes.ts";
export type { Dtype } from "./interchange/dtypes.ts";
export { type ExportedGPT2, exportGPT2, type LoadOptions, loadGPT2 } from "./interchange/gpt2.ts";
export { readGPT2Config, writeGPT2Config } from "./interchange/gpt2-config.ts";
export type { Entry, Header } from "./interchange/header.ts";
export { type ModelFiles, modelFiles, openModelFiles } from "./interchange/model-files.ts";
export {
  type OpenSafetensors,
  openSafetensors,
  parseSafetensors,
  readSafetensors,
  type Safetensors,
  type SafetensorsOptions,
  safetensorsParts,
  type WriteOptions,
  writeSafetensors,
} from "./interchange/safetensors.ts";
export { type Backend, backend, useBackend } from "./kernels/index.ts";
export { memoryUse } from "./kernels/memory.ts";
export {
  type Attended,
  type AttentionOptions,
  CrossAttention,
  SelfAttention,
} from "./layers/attention.ts";
export { Block, type BlockOptions } from "./layers/block.ts";
export { Dropout, type DropoutOptions } from "./layers/dropout.ts";
export { Embedding } from "./layers/embedding.ts";
export { FeedForward, type FeedForwardOptions } from "./layers/feed-forward.ts";
export { LayerNorm } from "./layers/layer-norm.ts";
export { Linear } from "./layers/linear.ts";
export { Module } from "./layers/module.ts";
export {
  type AttendingOptions,
  MultiHeadAttention,
  type MultiHeadOptions,
  SharedHeadAttention,
} from "./layers/multi-head.ts";
export { PositionEmbedding, sinusoidal } from "./layers/positions.ts";
export { cos, exp, log, sigmoid, sin, tanh } from "./math.ts";
export {
  type AttentionOptions as AttendOptions,
  attention,
  qkvAttention,
} from "./operations/attention.ts";
export { concat, stack } from "./operations/concat.ts";
export { dropout } from "./operations/dropout.ts";
export { embedding } from "./operations/embedding.ts";
export { gelu } from "./operations/gelu.ts";
export { layerNorm } from "./operations/layer-norm.ts";
export { crossEntropy } from "./operations/loss.ts";
export { linear, matmul } from "./operations/matmul.ts";
export { rotary } from "./operations/rotary.ts";
export { oneHot, split, type TopK, topK, where } from "./operations/select.ts";
export {
  Adam,
  type AdamOptions,
  AdamW,
  type AdamWOptions,
  clipGradNorm,
  type Optimizer,
  SGD,
} from "./optimizers.ts";
export { Random } from "./random.ts";
export { scope } from "./scope.ts";
export type { Shape } from "./shape.ts";
export { type Nested, Tensor } from "./tensor.ts";
export { type BytePairOptions, BytePairTokenizer } from "./tokenizers/bpe/bpe.ts";
export { gpt2Tokenizer } from "./tokenizers/bpe/gpt2.ts";
export { gpt2Pieces } from "./tokenizers/bpe/pieces.ts";
export type { Special } from "./tokenizers/bpe/special.ts";
export type { Merge } from "./tokenizers/bpe/train.ts";
export { CharacterTokenizer } from "./tokenizers/characters.ts";
export { loadTokenizer, type Tokenizer } from "./tokenizers/tokenizer.ts";
export type { UnigramTraining } from "./tokenizers/unigram/train.ts";
export {
  type Segmentation,
  type UnigramOptions,
  UnigramTokenizer,
} from "./tokenizers/unigram/unigram.ts";
export type { Piece } from "./tokenizers/unigram/vocabulary.ts";
export { type WordOptions, WordTokenizer } from "./tokenizers/words.ts";
export { trace } from "./trace.ts";
export { checkpoint, checkpointNotes, restore, type TrainingState } from "./training/checkpoint.ts";
export { evaluate } from "./training/evaluate.ts";
export type { LossModel, Trainable } from "./training/model.ts";
export type {
  BatchEvaluation,
  OwnEvaluation,
  Report,
  TrainOnBatches,
  TrainOnLoss,
  TrainOptions,
} from "./training/options.ts";
export {
  openTrained,
  type Prepared,
  prepare,
  type Recipe,
  type RecipeOptions,
  recipes,
  type Trained,
} from "./training/recipe.ts";
export * as schedules from "./training/schedules.ts";
export { type Training, train } from "./training/train.ts";
