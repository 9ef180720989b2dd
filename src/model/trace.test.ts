import { describe, expect, it } from "vitest";
import { noGrad, Random, randn, SGD, tensor, trace } from "./index.ts";

describe("trace", () => {
  it("writes down each tensor once, inputs before what came from them", () => {
    const a = tensor([[2]]).named("a");
    const told = trace(a.mul(a).add(a));
    expect(told?.nodes.map(({ op, inputs, name }) => [op, inputs, name])).toEqual([
      ["given", [], "a"],
      ["mul", [0, 0], undefined],
      ["add", [1, 0], undefined],
    ]);
  });

  it("keeps the numbers as they were when it was taken", () => {
    const weight = tensor([1]).requireGrad();
    const double = weight.mul(2);
    const told = trace(double);
    double.sum().backward();
    new SGD([weight], { lr: 0.5 }).step();
    expect(weight.toList()).toEqual([0]);
    expect(told?.nodes[0]?.data).toEqual(Float32Array.of(1));
  });

  it("is plain data that can be sent", () => {
    const told = trace(randn([2, 3], new Random(1)).softmax().slice(1, 0, 2));
    expect(structuredClone(told)).toEqual(told);
  });

  it("cuts off what is too far back or too large, which then stands as given", () => {
    const small = tensor([[1, 2]]);
    const large = randn([200, 200], new Random(1));
    const told = trace(large.sum().add(small));
    expect(told?.nodes.map(({ op }) => op)).toEqual(["given", "given", "add"]);
    expect(trace(large)).toBeUndefined();
    let far = small;
    for (let i = 0; i < 300; i++) far = far.add(small);
    expect(trace(far)?.nodes.length).toBe(200);
  });

  it("has no past to tell of what was computed under noGrad", () => {
    const told = trace(noGrad(() => tensor([1]).add(1)));
    expect(told?.nodes.map(({ op }) => op)).toEqual(["given"]);
  });
});
