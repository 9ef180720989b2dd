import { file } from "@humpty/display";
import { gpt2Tokenizer, loadGPT2 } from "@humpty/model";
import { checkFits, read } from "./reading.ts";

const config = file("config.json, where there is one", { accept: ".json" });
const weights = file("model.safetensors", { accept: ".safetensors" });

/** A GPT of this book with GPT-2's weights. */
async function load(file: File) {
  await checkFits(file);
  const told = config && { config: await config.text() };
  return (await loadGPT2(read(file), { size: file.size, ...told })).eval();
}
export const gpt2 = weights && (await load(weights));
const known = gpt2?.config.vocabulary === 50257;
export const tokenizer = known ? await gpt2Tokenizer() : undefined;

const count = gpt2?.parameters().reduce((all, { size }) => all + size, 0) ?? 0;
const tokens = known
  ? "GPT-2's tokens"
  : "tokens of its own: it cannot be written with";
export default gpt2
  ? `${count.toLocaleString("en")} numbers, ${tokens}`
  : "No file yet.";
