import { openAsBlob, readFileSync } from "node:fs";
import { join } from "node:path";
import { generate, importBpe, loadGPT2, Random } from "@humpty/model";

// Goes on from a text with a GPT-2 in a folder: `node gpt2.ts folder "Humpty Dumpty sat" [tokens]`. The folder holds what Hugging Face gives for
// openai-community/gpt2, or what export.ts wrote: model.safetensors, config.json, vocab.json, merges.txt.
const [folder, prompt = "Humpty Dumpty sat on", count = "40"] = process.argv.slice(2);
if (!folder)
  throw new Error('gpt2.ts: say where the model is: node gpt2.ts folder "text" [tokens]');

const text = (name: string): string => readFileSync(join(folder, name), "utf8");
const tokenizer = importBpe({
  "vocab.json": text("vocab.json"),
  "merges.txt": text("merges.txt"),
});
const weights = await openAsBlob(join(folder, "model.safetensors"));
const model = await loadGPT2(weights, { config: text("config.json") });

const bytes = new TextDecoder();
const random = new Random(1);
const tokens = tokenizer.encode(prompt);
process.stdout.write(prompt);
for (const token of generate(model, tokens, { count: Number(count), topK: 40, random }))
  process.stdout.write(bytes.decode(Uint8Array.from(tokenizer.bytes(token)), { stream: true }));
console.log();
