import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Reads what `case.mjs` wrote: sizes, weights by name, and batches of tokens. */
export function readCase(folder) {
  const about = JSON.parse(readFileSync(join(folder, "case.json"), "utf8"));
  const numbers = (file, Kind) =>
    new Kind(Uint8Array.from(readFileSync(join(folder, file))).buffer);
  const all = numbers("weights.f32", Float32Array);
  const tokens = numbers("batches.i32", Int32Array);
  let at = 0;
  const weights = new Map(
    about.parameters.map(({ name, shape }) => {
      const size = shape.reduce((a, b) => a * b, 1);
      at += size;
      return [name, { shape, data: all.slice(at - size, at) }];
    }),
  );
  const length = about.batch * about.context;
  const part = (i) => tokens.slice(i * length, (i + 1) * length);
  const batches = Array.from({ length: about.count }, (_, i) => ({
    inputs: part(2 * i),
    targets: part(2 * i + 1),
  }));
  return { ...about, weights, batches };
}

/** Answers `steps N` on standard input by taking so many, with a line of JSON: the seconds they took, and the last loss. */
export async function serve(step) {
  let taken = 0;
  console.log(JSON.stringify({ ready: true }));
  for await (const line of createInterface({ input: process.stdin })) {
    const steps = Number(line.split(" ")[1]);
    const start = performance.now();
    let loss = 0;
    for (let i = 0; i < steps; i++) loss = await step(taken++);
    console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, loss }));
  }
}
