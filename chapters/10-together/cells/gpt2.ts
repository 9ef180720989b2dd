import { file } from "@humpty/display";
import { gpt2Tokenizer, importBpe, loadGPT2 } from "@humpty/model";
import { checkFits, read } from "./reading.ts";

const json = { accept: ".json" };
const config = file("config.json, where there is one", json);
// Those of a model of your own; the published ones have GPT-2's tokens.
const vocab = file("vocab.json, where it has its own tokens", json);
const merges = file("merges.txt, likewise", { accept: ".txt" });
const weights = file("model.safetensors", { accept: ".safetensors" });

/** A GPT of this book with GPT-2's weights. */
async function load(file: File) {
  await checkFits(file);
  const told = config && { config: await config.text() };
  return (await loadGPT2(read(file), { size: file.size, ...told })).eval();
}
export const gpt2 = weights && (await load(weights));
const own = vocab &&
  merges && { "vocab.json": await vocab.text(), "merges.txt": await merges.text() };
const known = own ? importBpe(own) : gpt2 && (await gpt2Tokenizer());
const fits = known?.size === gpt2?.config.vocabulary;
export const tokenizer = fits ? known : undefined;

const count = gpt2?.parameters().reduce((all, { size }) => all + size, 0) ?? 0;
const tokens = fits ? "with its tokens" : "other tokens than these: look at it only";
export default gpt2
  ? `${count.toLocaleString("en")} numbers, ${tokens}`
  : "No file yet.";
