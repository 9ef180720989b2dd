import { describe, expect, it } from "vitest";
import {
  Block,
  CrossAttention,
  Dropout,
  Embedding,
  FeedForward,
  LayerNorm,
  Linear,
  Module,
  MultiHeadAttention,
  PositionEmbedding,
  Random,
  SelfAttention,
  SharedHeadAttention,
  type Tensor,
  tensor,
  zeros,
} from "../index.ts";

const random = new Random(1);

class Two extends Module {
  readonly first = new Linear(2, 3, { random });
  readonly list = [new Linear(3, 1, { bias: false, random }), new Dropout(0.5, { random })];
  readonly scale = tensor([2]).requireGrad();
  /** The same tensor under another name. */
  readonly again = this.first.weight;
  readonly size = 3;
}

describe("a module", () => {
  it("names its parameters by their fields, in their order, each once", () => {
    const two = new Two();
    const shapes = [...two.namedParameters()].map(([name, { shape }]) => [name, shape]);
    expect(shapes).toEqual([
      ["first.weight", [3, 2]],
      ["first.bias", [3]],
      ["list.0.weight", [1, 3]],
      ["scale", [1]],
    ]);
    expect(two.parameters()).toHaveLength(4);
  });

  it("names those of a block as GPT's checkpoints do", () => {
    const block = new Block(4, { heads: 2, random });
    expect([...block.namedParameters().keys()]).toEqual([
      ...["norm1.weight", "norm1.bias", "attention.qkv.weight", "attention.qkv.bias"],
      ...["attention.projection.weight", "attention.projection.bias"],
      ...["norm2.weight", "norm2.bias", "feedForward.expand.weight", "feedForward.expand.bias"],
      ...["feedForward.contract.weight", "feedForward.contract.bias"],
    ]);
  });

  const sizes = { inputs: 4, keys: 4, outputs: 4, random };
  it.each([
    new Linear(4, 4, { random }),
    new Embedding(4, 4, { random }),
    new PositionEmbedding(4, 4, { random }),
    new LayerNorm(4),
    new FeedForward(4, { random }),
    new SelfAttention(sizes),
    new CrossAttention(sizes),
    new MultiHeadAttention(4, { heads: 2, random }),
    new SharedHeadAttention(4, { heads: 2, random }),
    new Block(4, { heads: 2, random }),
  ])("finds as many parameters of $constructor.name in a model as alone", (part) => {
    class Model extends Module {
      readonly part = part;
    }
    const names = [...part.namedParameters().keys()].map((name) => `part.${name}`);
    expect(names.length).toBeGreaterThan(0);
    expect([...new Model().namedParameters().keys()]).toEqual(names);
  });

  it("turns all that it is made of to training and back", () => {
    const two = new Two();
    const states = () => [two.training, two.first.training, two.list[1]?.training];
    expect(states()).toEqual([true, true, true]);
    expect(two.eval()).toBe(two);
    expect(states()).toEqual([false, false, false]);
    expect(two.train()).toBe(two);
    expect(states()).toEqual([true, true, true]);
  });

  it("takes over the state of another, as copies", () => {
    const [from, to] = [new Two(), new Two()];
    const state = from.stateDict();
    from.scale.data[0] = 7;
    expect(state.get("scale")?.toList()).toEqual([2]);
    to.loadStateDict(state);
    expect(to.first.weight.toList()).toEqual(from.first.weight.toList());
    expect(to.scale.toList()).toEqual([2]);
    state.get("scale")?.data.fill(9);
    expect(to.scale.toList()).toEqual([2]);
  });

  it("refuses a state that is not its own, and stays as it was", () => {
    const two = new Two();
    const before = two.scale.toList();
    const state = (change: (state: Map<string, Tensor>) => void) => {
      const changed = new Two().stateDict();
      changed.set("scale", tensor([5]));
      change(changed);
      return () => two.loadStateDict(changed);
    };
    expect(state((one) => one.delete("first.bias"))).toThrow(
      "loadStateDict: first.bias [3] is missing",
    );
    expect(state((one) => one.set("first.bias", zeros([4])))).toThrow(
      "loadStateDict: first.bias must be [3], got [4]",
    );
    expect(state((one) => one.set("more", zeros([1])))).toThrow(
      "loadStateDict: this model has no parameter more",
    );
    expect(two.scale.toList()).toEqual(before);
  });
});
