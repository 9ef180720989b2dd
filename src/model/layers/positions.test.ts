import { describe, expect, it } from "vitest";
import { expectGradients } from "../expect-gradients.ts";
import { PositionEmbedding, Random, randn, sinusoidal, zeros } from "../index.ts";

describe("position embeddings", () => {
  const positions = new PositionEmbedding(5, 3, { random: new Random(2) });

  it("add the vector of each place, from any start on, to every text of a batch", () => {
    const rows = positions.weight.toRows();
    expect(positions.forward(zeros([2, 3, 3])).toArray()).toEqual([
      rows.slice(0, 3),
      rows.slice(0, 3),
    ]);
    expect(positions.forward(zeros([2, 3]), 3).toRows()).toEqual(rows.slice(3));
  });

  it("end where there are no more vectors, and say so", () => {
    expect(() => positions.forward(zeros([1, 3, 3]), 3)).toThrow(
      "positions: there is a vector for each of 5 positions, but the text reaches position 6",
    );
  });

  it("have gradients that agree with nudging, inputs included", () => {
    const x = randn([2, 3, 3], new Random(4));
    expectGradients([x, positions.weight], () => positions.forward(x, 1));
  });
});

describe("sinusoidal positions", () => {
  const table = sinusoidal(50, 8);

  it("are sines and cosines of waves that grow longer", () => {
    for (const p of [0, 1, 17, 49])
      for (let j = 0; j < 4; j++) {
        const angle = p / 10_000 ** ((2 * j) / 8);
        expect(table.at(p, 2 * j)).toBeCloseTo(Math.sin(angle), 5);
        expect(table.at(p, 2 * j + 1)).toBeCloseTo(Math.cos(angle), 5);
      }
    expect(sinusoidal(10, 8, 40).toList()).toEqual(table.slice(0, 40).toList());
  });

  it("shift by turning each pair by the same angle wherever it stands", () => {
    const shift = 7;
    for (let j = 0; j < 4; j++) {
      const angle = shift / 10_000 ** ((2 * j) / 8);
      for (const p of [0, 5, 42]) {
        const [s, c] = [table.at(p, 2 * j), table.at(p, 2 * j + 1)];
        const turned = s * Math.cos(angle) + c * Math.sin(angle);
        expect(table.at(p + shift, 2 * j)).toBeCloseTo(turned, 5);
      }
    }
  });
});
