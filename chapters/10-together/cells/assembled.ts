import {
  crossEntropy,
  type GPT,
  Module,
  type Random,
  type Tensor,
} from "@humpty/model";
import { listen, norm, think } from "./parts.ts";
import { pieces } from "./pieces.ts";

type Texts = readonly (readonly number[])[];

/** A GPT from our pieces. Its numbers are those of the package's GPT, `weights`. */
export class Assembled extends Module {
  readonly weights: GPT;
  readonly random: Random;

  constructor(weights: GPT, random: Random) {
    super();
    this.weights = weights;
    this.random = random;
  }
  forward(tokens: Texts): Tensor {
    const { tokens: table, positions, blocks, norm: last, config } = this.weights;
    if (!positions || !last)
      throw new Error("a GPT without positions, or without norms");
    const { embedding, residual, dropout, addPositions } = pieces;
    const drop = (x: Tensor) =>
      dropout(x, config.dropout ?? 0, this.random, this.training);
    const shape = [tokens.length, tokens[0]?.length ?? 0, config.channels];
    const words = embedding(table.weight, tokens.flat()).reshape(shape);
    let x = drop(addPositions(words, positions.weight));
    for (const block of blocks) {
      x = residual((x) => drop(listen(x, block)))(x);
      x = residual((x) => drop(think(x, block)))(x);
    }
    return norm(x, last).matmul(table.weight.transpose()); // a score for each token
  }
  loss(tokens: Texts, next: Texts): Tensor {
    const scores = this.forward(tokens).reshape([-1, this.weights.config.vocabulary]);
    return crossEntropy(scores, next.flat());
  }
}
export default "new Assembled(gpt, random) computes what a GPT computes, with our pieces.";
