import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  BytePairTokenizer,
  batches,
  exportBpe,
  exportGPT2,
  GPT,
  Random,
  sonnets,
  train,
} from "@humpty/model";

// Trains a small GPT-2 on the sonnets and writes it as Hugging Face's transformers read it: `node export.ts folder [steps]`. In Python:
// GPT2LMHeadModel.from_pretrained(folder), GPT2Tokenizer.from_pretrained(folder).
const [folder, asked = "300"] = process.argv.slice(2);
if (!folder) throw new Error("export.ts: say where to write: node export.ts folder [steps]");

const text = await sonnets();
const tokenizer = BytePairTokenizer.train(text, { size: 512, special: ["<|endoftext|>"] });
const random = new Random(1);
const sizes = { context: 64, layers: 2, heads: 2, channels: 64 };
const model = new GPT({ vocabulary: tokenizer.size, ...sizes, random });
const data = batches(tokenizer.encode(text), { batch: 8, context: 64, random });
for await (const { step, loss } of train({ model, data, steps: Number(asked) }))
  if (step % 100 === 0) console.log(`step ${step}: loss ${loss.toFixed(3)}`);

mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries({ ...exportGPT2(model), ...exportBpe(tokenizer) })) {
  writeFileSync(join(folder, name), content);
  console.log(`wrote ${join(folder, name)}`);
}
