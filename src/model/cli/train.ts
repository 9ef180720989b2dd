import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { countParameters, type Prepared, prepare, type Recipe, recipes, train } from "../index.ts";
import type { Command, Given } from "./command.ts";
import { readText, told, writeWhole } from "./files.ts";
import { type Io, Refusal } from "./io.ts";
import { Progress } from "./progress.ts";

const sizes = Object.entries(recipes).map(
  ([name, { layers, channels, context, steps }]) =>
    `      ${name.padEnd(7)}${layers} layers, ${channels} channels, context ${context}; ${steps} steps`,
);

const help = `humpty train FILE [options]

Trains a GPT on a text in UTF-8, in any language, of 2,000 to 5 million
characters; "-" reads standard input. The last tenth of the text is held out:
the loss there says how well the model does on what it has not seen.

  --size tiny    which GPT:
${sizes.join("\n")}
  --steps N      how many steps, if not those
  --seed 1       where chance begins: the same seed gives the same model
  --out PATH     where the model goes: model.humpty.safetensors
  --resume       go on from that file, as if it had never stopped
  --force        overwrite that file

It is saved every ten seconds. Ctrl+C saves it and ends; --resume goes on.
`;

/** `humpty train`. */
export const training: Command = {
  about: "train a GPT on a text",
  help,
  names: ["FILE"],
  options: {
    ...{ size: "value", steps: "value", seed: "value", out: "value" },
    ...{ resume: "flag", force: "flag" },
  },
  async run(given, io) {
    given.exclude("resume", ["force"]);
    const [file = ""] = given.names;
    const out = given.text("out") ?? "model.humpty.safetensors";
    const size = given.text("size") as Recipe["size"] | undefined;
    const asked = { size, steps: given.whole("steps", 1), seed: given.whole("seed") };
    const from = await beginning(given, file, out);
    const text = await readText(file, io);
    io.error(`learning a vocabulary from ${text.length.toLocaleString("en")} characters\n`);
    const prepared = prepare(text, { ...asked, from });
    return await carryOut(prepared, io, { file, out });
  },
};

/** What is looked at before time is spent: whether the file can go where it shall. @returns the checkpoint to go on from */
async function beginning(given: Given, file: string, out: string): Promise<Uint8Array | undefined> {
  if (given.flag("resume")) return await told(out, async () => readFileSync(out));
  if (resolve(file) === resolve(out))
    throw new Refusal(`${out} is the text itself: give --out another name`);
  if (existsSync(out)) {
    if (statSync(out).isDirectory())
      throw new Refusal(`${out} is a folder, and a file is expected`);
    if (!given.flag("force"))
      throw new Refusal(`${out} is there already: --resume goes on from it, --force overwrites it`);
  }
  if (!existsSync(dirname(out)))
    throw new Refusal(`${dirname(out)}, the folder for --out, is not there`);
  return undefined;
}

async function carryOut(
  { model, recipe, options, notes }: Prepared,
  io: Io,
  { file, out }: { file: string; out: string },
): Promise<number> {
  const signal = io.interruptible();
  const training = train({ ...options, signal });
  const { size, steps } = recipe;
  const parameters = countParameters(model.config).toLocaleString("en");
  io.error(
    `${size}: ${parameters} parameters, ${model.config.vocabulary} tokens, ${steps} steps\n`,
  );
  if (training.step === steps) io.error("it has made all its steps already\n");
  else if (training.step > 0) io.error(`going on after step ${training.step}\n`);
  const progress = new Progress(io, steps, training.step);
  const save = () => writeWhole(out, training.checkpoint(notes));
  let saved = performance.now();
  for await (const report of training) {
    progress.tell(report);
    if (performance.now() - saved < 10_000) continue;
    save();
    saved = performance.now();
  }
  progress.end();
  save();
  if (training.step < steps) {
    const again = `humpty train ${shown(file)} --out ${shown(out)} --resume`;
    io.error(`stopped after step ${training.step} of ${steps} and saved; to go on: ${again}\n`);
    return 130;
  }
  io.error(`saved; to write with it: humpty generate ${shown(out)}\n`);
  return 0;
}

/** A name as a shell takes it. */
const shown = (name: string): string =>
  /^[\w./@%+=:,-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
