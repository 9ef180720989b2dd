import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { first, last, weights } from "./digest.ts";
import { inEachEngine } from "./each-engine.ts";
import { cell } from "./served.ts";

it("ends with weights that are written down, so that a machine that computes otherwise is noticed", () => {
  expect(last).toBeLessThan(first / 2);
  // Changes when the kernels sum in another order, or the random numbers are drawn in another.
  expect(weights).toBe("affd02a5");
});

inEachEngine("training", (place) => {
  it("gives the weights that it gives in Node, to the last bit", async () => {
    const code = await readFile(new URL("./digest.ts", import.meta.url), "utf8");
    const trained = cell("trained", code);
    const { results } = await place.run([trained]);
    expect(results[trained.id]?.error).toBeUndefined();
    expect(results[trained.id]?.values).toMatchObject({ first, last, weights });
  });
});
