import type { GPT } from "../gpt.ts";
import type { BytePairTokenizer } from "../tokenizers/bpe/bpe.ts";
import { type BpeFiles, exportBpe, importBpe } from "./bpe-files.ts";
import type { ByteSource } from "./bytes.ts";
import { type ExportedGPT2, exportGPT2, loadGPT2 } from "./gpt2.ts";

/** A GPT-2 and its tokenizer as the four files that Hugging Face's transformers read. */
export interface ModelFiles extends ExportedGPT2, BpeFiles {}

/**
 * A model and its tokenizer as the files of a folder, by their names. In Python: `GPT2LMHeadModel.from_pretrained(folder)`,
 * `GPT2Tokenizer.from_pretrained(folder)`.
 * @throws when the model differs from GPT-2's architecture, or the two do not belong together
 */
export function modelFiles(model: GPT, tokenizer: BytePairTokenizer): ModelFiles {
  checkPair("modelFiles", model, tokenizer);
  return { ...exportGPT2(model), ...exportBpe(tokenizer) };
}

/**
 * The model and the tokenizer of those files, of one's own export or a GPT-2's; the weights may come as bytes, a file or a stream.
 * @throws when a file is damaged or they do not belong together
 */
export async function openModelFiles(
  files: Omit<ModelFiles, "model.safetensors"> & { "model.safetensors": ByteSource },
): Promise<{ model: GPT; tokenizer: BytePairTokenizer }> {
  const tokenizer = importBpe(files);
  const model = await loadGPT2(files["model.safetensors"], { config: files["config.json"] });
  checkPair("openModelFiles", model, tokenizer);
  return { model, tokenizer };
}

function checkPair(who: string, { config }: GPT, { size }: BytePairTokenizer): void {
  if (config.vocabulary !== size)
    throw new Error(
      `${who}: the model has ${config.vocabulary} tokens and the tokenizer ${size}: they do not belong together`,
    );
}
