import { expect, test } from "vitest";
import { after1000 } from "../chapters/10-together/cells/measured.ts";
import { begin, run } from "../chapters/10-together/cells/run.ts";
import { mean } from "../chapters/10-together/cells/variants.ts";

test("a run that chapter 10 tells of comes out the same today", async () => {
  const { wrong } = await run("attention", 1, 1000);
  expect(Number(wrong.toFixed(4))).toBe(after1000.attention[0]);
}, 120_000);

test("a training that goes on in turn with others comes to what it comes to alone", async () => {
  const together = [begin("dropout", 1, 300), begin("nothing", 1, 300), begin("nothing", 2, 300)];
  for (let step = 0; step <= 300; step += 100) for (const one of together) await one.to(step);
  const curves = together.map(({ curve }) => curve);
  const alone = begin("nothing", 1, 300);
  await alone.to(300);
  expect(curves[1]).toEqual(alone.curve);
  expect(alone.curve.x).toEqual([0, 100, 200, 300]);
  // Who asks for no more steps than were made gets what there is.
  await alone.to(200);
  expect(curves[1]).toEqual(alone.curve);
  const [, one, two] = curves.map(({ y }) => y[1] ?? 0);
  expect(mean(curves.slice(1), 100)).toEqual({
    x: [0, 100],
    y: [expect.any(Number), ((one ?? 0) + (two ?? 0)) / 2],
  });
}, 120_000);
