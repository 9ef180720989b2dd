import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "humpty-examples-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(name: string, ...parts: string[]): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, name), ...parts],
    { encoding: "utf8" },
  );
  if (stderr) throw new Error(`${name}: ${stderr}`);
  return stdout;
}

it("attention.ts: by hand as by the layer, and a number explained", () => {
  const [byHand = "", byLayer = "", gradient = "", explained] = run("attention.ts").split("\n");
  const numbers = (line: string) => line.split(":")[1]?.trim();
  expect(numbers(byHand)?.split(" ")).toHaveLength(6);
  expect(numbers(byLayer)).toBe(numbers(byHand));
  expect(numbers(gradient)?.split(" ")).toHaveLength(6);
  expect(explained).toMatch(/^q\[2, 0\] = words\[2, 0\] × Wq\[0, 0\] \+ .* = -?[\d.]+$/);
});

it("names.ts: learns, makes names up, and goes on from its checkpoint to the same end", () => {
  const whole = run("names.ts", "40");
  const file = join(folder, "names.safetensors");
  run("names.ts", "15", file);
  const rest = run("names.ts", "40", file);
  expect(rest).toBe(`goes on after step 15\n${whole}`);
  expect(Number(/not seen: ([\d.]+)/.exec(whole)?.[1])).toBeLessThan(3.5);
  expect(whole.trim().split("\n")).toHaveLength(10);
});

it("export.ts and gpt2.ts: a model written as Hugging Face's is read and goes on from a text", () => {
  const model = join(folder, "model");
  expect(run("export.ts", model, "3").match(/^wrote /gm)).toHaveLength(4);
  const text = run("gpt2.ts", model, "Humpty Dumpty", "5");
  expect(text).toMatch(/^Humpty Dumpty/);
  expect(text.length).toBeGreaterThan("Humpty Dumpty".length + 3);
});
