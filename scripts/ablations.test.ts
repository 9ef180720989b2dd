import { expect, test } from "vitest";
import { after1000 } from "../chapters/10-together/cells/measured.ts";
import { run } from "../chapters/10-together/cells/run.ts";

test("a run that chapter 10 tells of comes out the same today", async () => {
  const { wrong } = await run("attention", 1, 1000);
  expect(Number(wrong.toFixed(4))).toBe(after1000.attention[0]);
}, 120_000);
