import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GPT, Random } from "../src/model/index.ts";

/** The sizes that are compared: nanoGPT's for a laptop's processor, and one where a step's fixed costs show. */
export const sizes = {
  tiny: { layers: 4, heads: 4, channels: 128, context: 64, batch: 12, vocabulary: 65 },
  micro: { layers: 2, heads: 2, channels: 32, context: 32, batch: 8, vocabulary: 65 },
};

/** What every step is: AdamW on all parameters, no dropout, no clipping. */
export const adamW = { lr: 1e-3, betas: [0.9, 0.95], eps: 1e-8, weightDecay: 0.1 };

/** How many batches go round. */
const count = 4;

/**
 * A folder with all that a peer needs to take the same steps as the others: `case.json` (sizes, and parameters by name and shape), `weights.f32` (their
 * numbers, one after the other) and `batches.i32` ([count, 2, batch·context]: inputs, then targets).
 */
export function writeCase(name) {
  const { batch, ...size } = sizes[name];
  const model = new GPT({ ...size, random: new Random(1) });
  const random = new Random(2);
  const parameters = [...model.namedParameters()].map(([name, { shape }]) => ({ name, shape }));
  const numbers = [...model.namedParameters().values()].flatMap(({ data }) => [...data]);
  const length = count * 2 * batch * size.context;
  const tokens = Array.from({ length }, () => random.integer(size.vocabulary));
  const folder = mkdtempSync(join(tmpdir(), "humpty-bench-"));
  const about = { ...size, batch, count, adamW, parameters };
  writeFileSync(join(folder, "case.json"), JSON.stringify(about));
  writeFileSync(join(folder, "weights.f32"), Float32Array.from(numbers));
  writeFileSync(join(folder, "batches.i32"), Int32Array.from(tokens));
  return folder;
}
