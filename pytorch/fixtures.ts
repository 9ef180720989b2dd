import { mkdirSync, writeFileSync } from "node:fs";
import {
  BytePairTokenizer,
  batches,
  exportBpe,
  exportGPT2,
  GPT,
  Random,
  rhyme,
  sonnets,
  train,
} from "@humpty/model";

// What Humpty gives to PyTorch in the tests here: a tiny model with its tokenizer, and a text to go on with. fixtures.py calls this.
const folder = new URL("fixtures/humpty/", import.meta.url);
mkdirSync(folder, { recursive: true });

const poems = (await sonnets()).split("\n\n");
const text = poems.slice(0, 8).join("\n\n");
const words = `${text}\n${rhyme}Шалтай-Болтай сидел на стене. 矮胖子，坐墙头，矮胖子，摔跟头。 🥚🥚 1234 1234`;
const tokenizer = BytePairTokenizer.train(words, { size: 320, special: ["<|endoftext|>"] });
const random = new Random(1);
const sizes = { context: 16, layers: 2, heads: 2, channels: 16 };
const model = new GPT({ vocabulary: tokenizer.size, ...sizes, random });
const data = batches(tokenizer.encode(text), { batch: 8, context: sizes.context, random });
// Quick steps make large weights: then scores tell GPT-2's GELU from the exact one.
for await (const { step, loss } of train({ model, data, steps: 500, schedule: () => 2e-2 }))
  if (step % 100 === 0) console.log(`Humpty, step ${step}: loss ${loss.toFixed(3)}`);

for (const [name, content] of Object.entries({ ...exportGPT2(model), ...exportBpe(tokenizer) }))
  writeFileSync(new URL(name, folder), content);
writeFileSync(new URL("../sonnets.txt", folder), poems.slice(8, 16).join("\n\n"));
