import type { Random } from "../random.ts";
import type { Tensor } from "../tensor.ts";
import { Linear } from "./linear.ts";
import { Module } from "./module.ts";

/** What stands between the two layers of a feed-forward network. */
export interface FeedForwardOptions {
  random: Random;
  /** How wide the middle is: four times the channels, as in GPT-2, when left out. */
  hidden?: number;
  activation?: "gelu" | "relu";
  bias?: boolean;
}

/** Two linear layers with a bend between them, for each moment alone. */
export class FeedForward extends Module {
  readonly expand: Linear;
  readonly contract: Linear;
  readonly activation: "gelu" | "relu";

  constructor(
    channels: number,
    { random, hidden = 4 * channels, activation = "gelu", bias = true }: FeedForwardOptions,
  ) {
    super();
    this.expand = new Linear(channels, hidden, { bias, random });
    this.contract = new Linear(hidden, channels, { bias, random });
    this.activation = activation;
  }

  /** [..., channels] → [..., channels] */
  forward(x: Tensor): Tensor {
    const hidden = this.expand.forward(x);
    return this.contract.forward(this.activation === "gelu" ? hidden.gelu() : hidden.relu());
  }
}
