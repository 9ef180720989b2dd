import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { batches, Random, sonnets, splitData, windows } from "../../src/model/index.ts";
import { nanoGPT, recipe } from "../../src/model/training/nanogpt.ts";
import { python } from "../python.mjs";

/**
 * nanoGPT's recipe on the sonnets, by this package and by PyTorch: the same first weights, batches, rates and held-out text. Prints both losses on held-out
 * text, and writes PyTorch's down for a test to compare with. Takes five to ten minutes.
 */
const { batch, fraction, sizes, steps } = recipe;
const { context } = sizes;
const { model, tokenizer, training } = await nanoGPT();
const folder = mkdtempSync(join(tmpdir(), "humpty-loss-"));

const [tokens, heldOut] = splitData(tokenizer.encode(await sonnets()), fraction);
const data = batches(tokens, { batch, context, random: new Random(2) });
const flat = ({ inputs, targets }) => [...inputs.flat(), ...targets.flat()];
const drawn = Array.from({ length: steps }, () => flat(data.draw()));
const seen = windows(heldOut, { batch, context });
const named = [...model.namedParameters()];
const write = (name, numbers) => writeFileSync(join(folder, name), numbers);
write("weights.f32", Float32Array.from(named.flatMap(([, { data }]) => [...data])));
write("batches.i32", Int32Array.from(drawn.flat()));
write("heldout.i32", Int32Array.from(seen.flatMap(flat)));

const ours = {};
const rates = [];
for await (const { step, heldOut, lr } of training) {
  rates.push(lr);
  if (heldOut === undefined) continue;
  ours[step] = heldOut;
  console.error(`humpty   ${step}: ${heldOut.toFixed(4)}`);
}
write(
  "case.json",
  JSON.stringify({
    ...{ ...recipe, rates, vocabulary: tokenizer.size },
    evaluation: seen.map(({ inputs }) => [inputs.length, inputs[0].length]),
    parameters: named.map(([name, { shape }]) => ({ name, shape })),
  }),
);
const [command, script] = [python(), join(import.meta.dirname, "pytorch.py")];
const { stdout, status } = spawnSync(command, [script, folder], {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
});
rmSync(folder, { recursive: true });
if (status !== 0) throw new Error("PyTorch did not come to its end");
const theirs = JSON.parse(stdout);
for (const step of Object.keys(ours))
  console.log(
    `step ${step}: humpty ${ours[step].toFixed(4)}, PyTorch ${theirs.heldOut[step].toFixed(4)}`,
  );
const last = Math.abs(ours[steps] - theirs.heldOut[steps]);
console.log(`apart by ${last.toFixed(4)}, where 0.02 is allowed`);
const fixture = new URL("../../src/model/fixtures/nanogpt.json", import.meta.url);
writeFileSync(fixture, `${JSON.stringify({ ...theirs, humpty: ours })}\n`);
process.exitCode = last <= 0.02 ? 0 : 1;
