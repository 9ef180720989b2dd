import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { modelFiles } from "../index.ts";
import type { Command } from "./command.ts";
import { openModel, told, writeWhole } from "./files.ts";
import { Refusal } from "./io.ts";

const help = `humpty export MODEL FOLDER [--force]

Writes a model of humpty train as the files that Hugging Face's transformers
read: model.safetensors, config.json, vocab.json and merges.txt. In Python:

  from transformers import GPT2LMHeadModel, GPT2Tokenizer
  model = GPT2LMHeadModel.from_pretrained("FOLDER")
  tokenizer = GPT2Tokenizer.from_pretrained("FOLDER")

  --force    write into a folder that is not empty
`;

/** `humpty export`. */
export const exporting: Command = {
  about: "write it as the files of Hugging Face's GPT-2",
  help,
  names: ["MODEL", "FOLDER"],
  options: { force: "flag" },
  async run(given, io) {
    const [path = "", folder = ""] = given.names;
    const { model, tokenizer } = await openModel(path);
    await told(folder, async () => {
      mkdirSync(folder, { recursive: true });
      if (readdirSync(folder).length > 0 && !given.flag("force"))
        throw new Refusal(`${folder} is not empty: --force writes into it`);
    });
    for (const [name, content] of Object.entries(modelFiles(model, tokenizer))) {
      writeWhole(join(folder, name), content);
      io.error(`wrote ${join(folder, name)}\n`);
    }
    return 0;
  },
};
