import { backward, isRecording, type Origin } from "./autograd.ts";
import { Storage } from "./kernels/storage.ts";
import * as elementwise from "./operations/elementwise.ts";
import { gelu } from "./operations/gelu.ts";
import { maskedFill } from "./operations/mask.ts";
import { matmul } from "./operations/matmul.ts";
import * as move from "./operations/move.ts";
import * as reduce from "./operations/reduce.ts";
import { split, type TopK, topK } from "./operations/select.ts";
import * as soft from "./operations/softmax.ts";
import { type Shape, showShape, sizeOf, stridesOf } from "./shape.ts";
import { trace } from "./trace.ts";

/** Numbers in lists in lists, all of a level as long as each other. */
export type Nested = number | readonly Nested[];

/** Numbers of 32 bits in a block of any number of dimensions, which remember how they were computed. */
export class Tensor {
  /** The size of each dimension, outermost first. */
  readonly shape: Shape;
  /** @internal Where its numbers stand. */
  storage: Storage;
  /** Whether `backward` finds a gradient for it: set on a leaf, inherited by what is computed from it. */
  requiresGrad: boolean;
  /** What `backward` found, of the same shape; undefined before. */
  grad: Tensor | undefined;
  /** @internal Room that an optimizer keeps for `grad`. */
  gradHome: Storage | undefined;
  /** What explanations call it. */
  name: string | undefined;
  /** How it was computed; undefined for what was given, and where nothing is recorded. */
  origin: Origin | undefined;

  /** @throws when `data` has not as many numbers as `shape` needs */
  constructor(data: Float32Array | Storage, shape: Shape, origin?: Origin) {
    if (data.length !== sizeOf(shape))
      throw new Error(
        `tensor: the shape ${showShape(shape)} needs ${sizeOf(shape)} numbers, got ${data.length}`,
      );
    this.storage = data instanceof Storage ? data : new Storage(data);
    this.shape = shape;
    this.requiresGrad =
      isRecording() && (origin?.inputs.some((input) => input.requiresGrad) ?? false);
    this.origin = isRecording() ? origin : undefined;
  }

  /** How many numbers it has. */
  get size(): number {
    return this.storage.length;
  }

  /** Its numbers, row after row. Take them anew after anything was computed: they may have moved. */
  get data(): Float32Array {
    return this.storage.array;
  }

  /** Gives it a name for explanations and displays; gives itself back. */
  named(name: string): this {
    this.name = name;
    return this;
  }

  /** The number at a position: one index for each dimension, from 0. */
  at(...index: number[]): number {
    const fits =
      index.length === this.shape.length &&
      index.every((i, d) => Number.isInteger(i) && i >= 0 && i < (this.shape[d] ?? 0));
    if (!fits)
      throw new Error(`at: there is no position [${index.join(", ")}] in ${showShape(this.shape)}`);
    const strides = stridesOf(this.shape);
    return this.data[index.reduce((sum, i, d) => sum + i * (strides[d] ?? 0), 0)] ?? Number.NaN;
  }

  /** The number of a tensor that holds one. */
  item(): number {
    if (this.size !== 1)
      throw new Error(`item: needs a tensor of one number, got ${showShape(this.shape)}`);
    return this.data[0] ?? Number.NaN;
  }

  /** Its numbers as one list, row after row. */
  toList(): number[] {
    return Array.from(this.data);
  }

  /** Its numbers in lists in lists, as its shape has it. */
  toArray(): Nested {
    const build = (dim: number, start: number): Nested => {
      if (dim === this.shape.length) return this.data[start] ?? Number.NaN;
      const step = sizeOf(this.shape.slice(dim + 1));
      return Array.from({ length: this.shape[dim] ?? 0 }, (_, i) =>
        build(dim + 1, start + i * step),
      );
    };
    return build(0, 0);
  }

  /** The rows of a rank 2 tensor as lists. */
  toRows(): number[][] {
    if (this.shape.length !== 2)
      throw new Error(`toRows: needs two dimensions, got ${showShape(this.shape)}`);
    return this.toArray() as number[][];
  }

  /** The same numbers without their past: no gradient flows through. */
  detach(): Tensor {
    return new Tensor(this.storage, this.shape);
  }

  /** @internal Makes its numbers outlive the scope that computed them; its past is forgotten. */
  settle(): void {
    if (!this.storage.passing) return;
    this.storage = new Storage(this.data.slice());
    this.origin = undefined;
    this.requiresGrad = false;
  }

  /** Marks a leaf as trained: `backward` fills its `grad`. */
  requireGrad(): this {
    this.requiresGrad = true;
    return this;
  }

  /** Adds to `grad` of all leaves that this one number came from. */
  backward(): void {
    backward(this);
  }

  /** a + b, number by number; shapes stretch as in PyTorch: sizes are equal, or one of them is 1. So with `sub`, `mul` and `div`. */
  add(other: Tensor | number): Tensor {
    return elementwise.add(this, other);
  }

  /** a − b. */
  sub(other: Tensor | number): Tensor {
    return elementwise.sub(this, other);
  }

  /** a · b, number by number; for the product of matrices see `matmul`. */
  mul(other: Tensor | number): Tensor {
    return elementwise.mul(this, other);
  }

  /** a / b. */
  div(other: Tensor | number): Tensor {
    return elementwise.div(this, other);
  }

  /** −x. */
  neg(): Tensor {
    return elementwise.neg(this);
  }

  /** eˣ of each number. */
  exp(): Tensor {
    return elementwise.exp(this);
  }

  /** The natural logarithm of each number. */
  log(): Tensor {
    return elementwise.log(this);
  }

  /** The square root of each number. */
  sqrt(): Tensor {
    return elementwise.sqrt(this);
  }

  /** The hyperbolic tangent of each number, between −1 and 1. */
  tanh(): Tensor {
    return elementwise.tanh(this);
  }

  /** Each number, and 0 for those below 0. */
  relu(): Tensor {
    return elementwise.relu(this);
  }

  /** The logistic function 1 / (1 + e⁻ˣ) of each number, between 0 and 1. */
  sigmoid(): Tensor {
    return elementwise.sigmoid(this);
  }

  /** x·Φ(x) in its tanh form: a bend that is smooth where that of `relu` is not. */
  gelu(): Tensor {
    return gelu(this);
  }

  /** Each number to a power. */
  pow(exponent: number): Tensor {
    return elementwise.pow(this, exponent);
  }

  /** Matrix product over the last two dimensions: [..., n, k] × [..., k, m] → [..., n, m]. */
  matmul(other: Tensor): Tensor {
    return matmul(this, other);
  }

  /** Two dimensions swapped, at first the last two. */
  transpose(dim0 = -2, dim1 = -1): Tensor {
    return move.transpose(this, dim0, dim1);
  }

  /** The same numbers in the same order under another shape; one size may be −1 and is worked out. */
  reshape(shape: Shape): Tensor {
    return move.reshape(this, shape);
  }

  /** The part of a dimension from `start` up to but without `end`. */
  slice(dim: number, start: number, end?: number): Tensor {
    return move.slice(this, dim, start, end);
  }

  /** Its parts along a dimension: of `size` entries each, or of the sizes in a list. */
  split(size: number | readonly number[], dim = 0): Tensor[] {
    return split(this, size, dim);
  }

  /** One entry of the first dimension: [n, ...] → [...]. */
  row(i: number): Tensor {
    return move.row(this, i);
  }

  /** The entries of the first dimension that `indices` name: [n, ...] → [indices, ...]. */
  gather(indices: readonly number[]): Tensor {
    return move.gather(this, indices);
  }

  /** The sum of all numbers, or along one dimension. */
  sum(dim?: number, keep = false): Tensor {
    return reduce.sum(this, dim, keep);
  }

  mean(dim?: number, keep = false): Tensor {
    return reduce.mean(this, dim, keep);
  }

  max(dim?: number, keep = false): Tensor {
    return reduce.max(this, dim, keep);
  }

  /** Where the largest number of each row of the last dimension is: one index a row, in order. */
  argmax(): number[] {
    return reduce.argmax(this);
  }

  /** The k largest numbers of each row of the last dimension, largest first, and where they stand. */
  topK(k: number): TopK {
    return topK(this, k);
  }

  /** Probabilities along a dimension: e^x / Σ e^x. */
  softmax(dim = -1): Tensor {
    return soft.softmax(this, dim);
  }

  logSoftmax(dim = -1): Tensor {
    return soft.logSoftmax(this, dim);
  }

  /** `value` wherever `mask`, of a shape that stretches to this one, is not 0. */
  maskedFill(mask: Tensor, value: number): Tensor {
    return maskedFill(this, mask, value);
  }

  /** What a notebook shows for it: a heatmap whose numbers explain themselves. */
  [Symbol.for("humpty.display")](): {
    shape: Shape;
    data: Float32Array;
    name: string | undefined;
    trace: unknown;
  } {
    return { shape: this.shape, data: this.data, name: this.name, trace: trace(this) };
  }
}
