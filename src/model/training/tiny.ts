import { Embedding } from "../layers/embedding.ts";
import { Linear } from "../layers/linear.ts";
import { dropout } from "../operations/dropout.ts";
import { crossEntropy } from "../operations/loss.ts";
import type { Random } from "../random.ts";
import type { Tensor } from "../tensor.ts";

/** A model as small as can be, for tests: the next token from the one before, with dropout between. */
export class Tiny {
  readonly embedding: Embedding;
  readonly output: Linear;
  readonly random: Random;
  readonly p: number;
  training = true;

  constructor({ size, random, p = 0.3 }: { size: number; random: Random; p?: number }) {
    this.embedding = new Embedding(size, 8, { random });
    this.output = new Linear(8, size, { random });
    this.random = random;
    this.p = p;
  }

  loss(inputs: readonly (readonly number[])[], targets: readonly (readonly number[])[]): Tensor {
    const x = this.embedding.forward(inputs.flat());
    const dropped = this.training ? dropout(x, this.p, this.random) : x;
    return crossEntropy(this.output.forward(dropped.gelu()), targets.flat());
  }

  parameters(): Tensor[] {
    return [...this.embedding.parameters(), ...this.output.parameters()];
  }

  train(): void {
    this.training = true;
  }

  eval(): void {
    this.training = false;
  }
}
