import { file, progress } from "@humpty/display";
import { gpt2Tokenizer, loadGPT2, openSafetensors } from "@humpty/model";

const weights = file("model.safetensors", { accept: ".safetensors" });
const config = file("config.json, where there is one", { accept: ".json" });

/** The file in pieces, and how far it is read. */
async function* read(whole: File) {
  const piece = 8_000_000;
  for (let at = 0; at < whole.size; at += piece) {
    progress(
      at,
      whole.size,
      `${Math.round(at / 1e6)} MB of ${Math.round(whole.size / 1e6)}`,
    );
    yield new Uint8Array(await whole.slice(at, at + piece).arrayBuffer());
  }
}
/** How much memory its numbers take, of the 4 GB that a page has. */
async function fits(whole: File) {
  const { entries } = await openSafetensors(whole);
  const numbers = entries.map(({ shape }) =>
    shape.reduce((all, size) => all * size, 1),
  );
  const gigabytes = (4 * numbers.reduce((all, one) => all + one, 0)) / 1e9;
  if (gigabytes > 3.5)
    throw new Error(
      `This model needs ${gigabytes.toFixed(1)} GB, and a page can take in 3.5.`,
    );
  return weights;
}
const fit = weights && (await fits(weights));
const told = config && { config: await config.text() };
export const gpt2 =
  fit && (await loadGPT2(read(fit), { size: fit.size, ...told })).eval();

const own = gpt2?.config.vocabulary === 50257;
export const tokenizer = own ? await gpt2Tokenizer() : undefined;
const tokens = own
  ? "GPT-2's tokens"
  : "tokens of its own, so that it can be looked at only";
export default gpt2
  ? `${gpt2.parameters().reduce((all, { size }) => all + size, 0)} numbers, ${tokens}`
  : "No file yet.";
