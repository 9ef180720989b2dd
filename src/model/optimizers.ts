import type { Tensor } from "./tensor.ts";

/** Gradient descent: each parameter goes a small step against its gradient. */
export class SGD {
  readonly parameters: readonly Tensor[];
  lr: number;

  constructor(parameters: readonly Tensor[], { lr }: { lr: number }) {
    this.parameters = parameters;
    this.lr = lr;
  }

  step(): void {
    for (const { data, grad } of this.parameters) {
      if (!grad) continue;
      for (let i = 0; i < data.length; i++)
        data[i] = (data[i] ?? 0) - this.lr * (grad.data[i] ?? 0);
    }
  }

  zeroGrad(): void {
    for (const parameter of this.parameters) parameter.grad = undefined;
  }
}

/** Adam (Kingma and Ba 2014): steps sized by running means of the gradient and of its square. */
export class Adam {
  readonly parameters: readonly Tensor[];
  lr: number;
  readonly #betas: readonly [number, number];
  readonly #eps: number;
  readonly #moments: { mean: Float32Array; square: Float32Array }[];
  #steps = 0;

  constructor(
    parameters: readonly Tensor[],
    {
      lr,
      betas = [0.9, 0.999],
      eps = 1e-8,
    }: { lr: number; betas?: readonly [number, number]; eps?: number },
  ) {
    this.parameters = parameters;
    this.lr = lr;
    this.#betas = betas;
    this.#eps = eps;
    this.#moments = parameters.map(({ data }) => ({
      mean: new Float32Array(data.length),
      square: new Float32Array(data.length),
    }));
  }

  step(): void {
    this.#steps++;
    const [beta1, beta2] = this.#betas;
    let [left1, left2] = [1, 1];
    for (let i = 0; i < this.#steps; i++) {
      left1 *= beta1;
      left2 *= beta2;
    }
    const size = this.lr / (1 - left1);
    const root = Math.sqrt(1 - left2);
    for (const [p, { data, grad }] of this.parameters.entries()) {
      const moments = this.#moments[p];
      if (!grad || !moments) continue;
      const { mean, square } = moments;
      for (let i = 0; i < data.length; i++) {
        const g = grad.data[i] ?? 0;
        const m = beta1 * (mean[i] ?? 0) + (1 - beta1) * g;
        const v = beta2 * (square[i] ?? 0) + (1 - beta2) * g * g;
        mean[i] = m;
        square[i] = v;
        data[i] = (data[i] ?? 0) - (size * m) / (Math.sqrt(v) / root + this.#eps);
      }
    }
  }

  zeroGrad(): void {
    for (const parameter of this.parameters) parameter.grad = undefined;
  }
}
