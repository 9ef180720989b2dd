import {
  createReadStream,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import {
  type BytePairTokenizer,
  type GPT,
  type ModelFiles,
  openModelFiles,
  openTrained,
} from "../index.ts";
import { type Io, messageOf, Refusal } from "./io.ts";

/** No text that can be learned from has more bytes: 5 million characters of up to three. */
const mostBytes = 15_000_000;

/**
 * The text of a file, or of standard input for `-`.
 * @throws when it is not there, too long, or no text in UTF-8
 */
export async function readText(path: string, { input }: Io): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const name = path === "-" ? "standard input" : path;
  await told(path, async () => {
    for await (const chunk of path === "-" ? input : createReadStream(path)) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostBytes)
        throw new Refusal(`${name} is too long: at most 5 million characters can be learned from`);
    }
  });
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    if (!text.includes("\0")) return text;
  } catch {
    // Told below.
  }
  throw new Refusal(`${name} is no text: it must be written in UTF-8`);
}

/** What generates: a model, and the tokenizer of its texts. */
export interface Writer {
  model: GPT;
  tokenizer: BytePairTokenizer;
}

/**
 * A model from a checkpoint of `humpty train`, or from a folder in the layout of Hugging Face's GPT-2.
 * @throws when it is neither, saying what is wrong
 */
export async function openModel(path: string): Promise<Writer> {
  return await told(path, async () => {
    if (!statSync(path).isDirectory()) return openTrained(readFileSync(path));
    const names = ["model.safetensors", "config.json", "vocab.json", "merges.txt"];
    const missing = names.find((name) => !existsSync(join(path, name)));
    if (missing)
      throw new Refusal(`${path} has no ${missing}: a GPT-2's folder has ${names.join(", ")}`);
    const text = (name: keyof ModelFiles) => readFileSync(join(path, name), "utf8");
    return await openModelFiles({
      "model.safetensors": createReadStream(join(path, "model.safetensors")),
      "config.json": text("config.json"),
      "vocab.json": text("vocab.json"),
      "merges.txt": text("merges.txt"),
    });
  });
}

/** Writes a file beside its place and then moves it there: whoever reads it finds it whole, and what was there stays where writing fails. */
export function writeWhole(path: string, content: Uint8Array | string): void {
  const beside = `${path}.part`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw fileError(path, error);
  }
}

/** Runs something, and tells in plain words what is wrong with a file. */
export async function told<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw fileError(path, error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "is not there",
  ENOTDIR: "is not there",
  EEXIST: "is a file, and a folder is expected",
  EISDIR: "is a folder, and a file is expected",
  EACCES: "may not be read or written",
  EPERM: "may not be read or written",
  EROFS: "may not be written",
  ENOSPC: "does not fit: the disk is full",
};

function fileError(path: string, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ""];
  return new Refusal(reason ? `${path} ${reason}` : `${path}: ${messageOf(error)}`);
}
