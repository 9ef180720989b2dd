import { kernels } from "./kernels/index.ts";
import { resident } from "./kernels/memory.ts";
import type { Storage } from "./kernels/storage.ts";
import type { Tensor } from "./tensor.ts";

/** What changes parameters by their gradients. */
export interface Optimizer {
  readonly parameters: readonly Tensor[];
  /** The learning rate, which may be changed between steps. */
  lr: number;
  /** Changes every parameter that has a gradient. */
  step(): void;
  /** Forgets all gradients, so that the next ones do not add to them. */
  zeroGrad(): void;
}

const forget = (parameters: readonly Tensor[]): void => {
  for (const parameter of parameters) parameter.grad = undefined;
};

/** Gradient descent: each parameter goes a small step against its gradient. */
export class SGD implements Optimizer {
  readonly parameters: readonly Tensor[];
  lr: number;

  constructor(parameters: readonly Tensor[], { lr }: { lr: number }) {
    this.parameters = parameters;
    this.lr = lr;
  }

  step(): void {
    for (const { data, grad } of this.parameters) {
      const slopes = grad?.data;
      if (!slopes) continue;
      for (let i = 0; i < data.length; i++) data[i] = (data[i] ?? 0) - this.lr * (slopes[i] ?? 0);
    }
  }

  zeroGrad(): void {
    forget(this.parameters);
  }
}

/** How Adam steps. */
export interface AdamOptions {
  lr: number;
  /** How much of the running means of the gradient and of its square is kept at a step. */
  betas?: readonly [number, number];
  /** Keeps a division by zero away. */
  eps?: number;
}

/** How AdamW steps: as Adam, with weights that decay. */
export interface AdamWOptions extends AdamOptions {
  /** What part of a parameter, times lr, is taken off at each step; PyTorch's default. */
  weightDecay?: number;
  /** Which parameters shrink so: all at first; `(p) => p.shape.length > 1` leaves out biases and scales, as GPT's training does. */
  decays?: (parameter: Tensor) => boolean;
}

/**
 * AdamW (Loshchilov and Hutter 2019, "Decoupled weight decay regularization"): steps sized by running means of the gradient and of its
 * square, and parameters that shrink a little. Parameters, gradients and means each become one range of the kernels' memory, so that a step
 * is a call or two.
 */
export class AdamW implements Optimizer {
  readonly parameters: readonly Tensor[];
  lr: number;
  /** How many steps were made. */
  steps = 0;
  readonly #options: Required<Omit<AdamWOptions, "lr">>;
  readonly #ranges: { parameters: Storage; gradients: Storage; means: Storage; squares: Storage };
  readonly #places: readonly Place[];

  constructor(parameters: readonly Tensor[], options: AdamWOptions) {
    const { lr, betas = [0.9, 0.999], eps = 1e-8, weightDecay = 0.01 } = options;
    const decays = options.decays ?? (() => true);
    // Those that shrink stand together, so that a step is two calls.
    this.parameters = [...new Set(parameters)].sort(
      (a, b) => Number(decays(b)) - Number(decays(a)),
    );
    this.lr = lr;
    this.#options = { betas, eps, weightDecay, decays };
    const size = this.parameters.reduce((sum, { size }) => sum + size, 0);
    kernels();
    const range = (): Storage => resident(size);
    this.#ranges = {
      ...{ parameters: range(), gradients: range(), means: range(), squares: range() },
    };
    let start = 0;
    this.#places = this.parameters.map((parameter) => {
      const place = this.#place(parameter, start);
      start += parameter.size;
      return place;
    });
  }

  step(): void {
    this.steps++;
    const { betas, eps, weightDecay, decays } = this.#options;
    const [beta1, beta2] = betas;
    const [size, root] = [
      this.lr / (1 - power(beta1, this.steps)),
      Math.sqrt(1 - power(beta2, this.steps)),
    ];
    const { parameters, gradients, means, squares } = this.#ranges;
    for (const { start, end, shrinks } of runs(
      this.#places.filter((place) => settled(place)),
      decays,
    )) {
      const keep = shrinks ? 1 - this.lr * weightDecay : 1;
      const constants = { beta1, beta2, size, root, eps, keep };
      kernels().adamW(parameters, gradients, means, squares, start, end, constants);
    }
  }

  zeroGrad(): void {
    forget(this.parameters);
  }

  /** What a checkpoint keeps besides the parameters: copies, in the parameters' order. */
  state(): { steps: number; means: Float32Array; squares: Float32Array } {
    const { means, squares } = this.#ranges;
    return { steps: this.steps, means: means.array.slice(), squares: squares.array.slice() };
  }

  /** Goes on from a state. @throws when it is that of other parameters */
  load({ steps, means, squares }: ReturnType<AdamW["state"]>): void {
    const own = this.#ranges;
    if (means.length !== own.means.length || squares.length !== own.squares.length)
      throw new Error(
        `AdamW: the state is for ${means.length} parameters, not for ${own.means.length}`,
      );
    this.steps = steps;
    own.means.array.set(means);
    own.squares.array.set(squares);
  }

  /** Moves a parameter into the range of parameters. */
  #place(parameter: Tensor, start: number): Place {
    const { size } = parameter;
    const numbers = this.#ranges.parameters.part(start, size);
    const gradient = this.#ranges.gradients.part(start, size);
    numbers.array.set(parameter.data);
    parameter.storage = numbers;
    parameter.gradHome = gradient;
    return { parameter, numbers, gradient, start, end: start + size };
  }
}

/** AdamW without decay: Adam (Kingma and Ba 2015). */
export class Adam extends AdamW {
  constructor(parameters: readonly Tensor[], options: AdamOptions) {
    super(parameters, { ...options, weightDecay: 0 });
  }
}

/** Where a parameter and its gradient stand in the ranges. */
interface Place {
  parameter: Tensor;
  numbers: Storage;
  gradient: Storage;
  start: number;
  end: number;
}

/** Whether a parameter has a gradient, which then stands in its place, as does the parameter: another optimizer may have moved it. */
function settled({ parameter, numbers, gradient }: Place): boolean {
  const { grad } = parameter;
  if (!grad) return false;
  if (parameter.storage !== numbers) {
    numbers.array.set(parameter.data);
    parameter.storage = numbers;
  }
  if (grad.storage !== gradient) gradient.array.set(grad.data);
  return true;
}

/** Neighbors that are treated alike, as one. */
function runs(places: readonly Place[], decays: (parameter: Tensor) => boolean) {
  const joined: { start: number; end: number; shrinks: boolean }[] = [];
  for (const { parameter, start, end } of places) {
    const shrinks = decays(parameter);
    const last = joined.at(-1);
    if (last && last.end === start && last.shrinks === shrinks) last.end = end;
    else joined.push({ start, end, shrinks });
  }
  return joined;
}

/** base to a whole power, by multiplying. */
function power(base: number, exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent; i++) product *= base;
  return product;
}

/**
 * Scales all gradients down together where their length, √Σg², exceeds `max` (Pascanu, Mikolov and Bengio 2013).
 * @returns the length before
 */
export function clipGradNorm(parameters: readonly Tensor[], max: number): number {
  const gradients = parameters.flatMap(({ grad }) => (grad ? [grad] : []));
  const norm = Math.sqrt(
    gradients.reduce((sum, { storage }) => sum + kernels().sumSquares(storage), 0),
  );
  // As in PyTorch: a little more than nothing is added, so that a norm of 0 does not divide.
  const by = max / (norm + 1e-6);
  if (by < 1) {
    for (const { data } of gradients)
      for (let i = 0; i < data.length; i++) data[i] = (data[i] ?? 0) * by;
  }
  return norm;
}
