import { describe, expect, it } from "vitest";
import { expectGradients } from "../expect-gradients.ts";
import { Block, type BlockOptions, Random, randn, type Tensor } from "../index.ts";

const x = randn([2, 3, 4], new Random(8));
const block = (options: Partial<BlockOptions> = {}) =>
  new Block(4, { heads: 2, causal: true, random: new Random(3), ...options });

describe("a block", () => {
  it("is its parts: norm, attention, way around, norm, network, way around", () => {
    const one = block();
    const { norm1, attention, norm2, feedForward } = one;
    if (!norm1 || !attention || !norm2) throw new Error("has all parts");
    const heard = x.add(attention.forward(norm1.forward(x)));
    const wanted = heard.add(feedForward.forward(norm2.forward(heard)));
    expect(one.forward(x).toList()).toEqual(wanted.toList());
  });

  it("normalizes after each part where told to, as the first transformer did", () => {
    const one = block({ norm: "post" });
    const { norm1, attention, norm2, feedForward } = one;
    if (!norm1 || !attention || !norm2) throw new Error("has all parts");
    const heard = norm1.forward(x.add(attention.forward(x)));
    const wanted = norm2.forward(heard.add(feedForward.forward(heard)));
    expect(one.forward(x).toList()).toEqual(wanted.toList());
  });

  it("can lack each part", () => {
    const names = (one: Block) => [...one.namedParameters().keys()].join(" ");
    expect(names(block({ norm: "none" }))).not.toContain("norm");
    expect(names(block({ attention: "none" }))).not.toMatch(/attention|norm1/);
    expect(names(block({ bias: false }))).not.toMatch(/(qkv|expand|contract|projection)\.bias/);
    const bare = block({ norm: "none", attention: "none", residual: false });
    expect(bare.forward(x).toList()).toEqual(bare.feedForward.forward(x).toList());
  });

  it("drops numbers of each part in training, and none after", () => {
    const dropping = block({ dropout: 0.5 });
    const still = block();
    expect(dropping.forward(x).toList()).not.toEqual(still.forward(x).toList());
    expect(dropping.eval().forward(x).toList()).toEqual(still.forward(x).toList());
  });

  it("has gradients that agree with nudging, inputs included", () => {
    const cases: Partial<BlockOptions>[] = [
      {},
      { norm: "post" },
      { residual: false, norm: "none" },
    ];
    for (const options of cases) {
      const one = block({ ...options, eps: 0.1 });
      expectGradients([x, ...trained(one)], () => one.forward(x));
    }
  });
});

const trained = (one: Block): Tensor[] => one.parameters().filter((p) => p.requiresGrad);
