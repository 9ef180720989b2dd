import { BytePairTokenizer } from "../tokenizers/bpe/bpe.ts";
import { quote } from "./header.ts";

/** A byte-pair tokenizer as GPT-2's two files. */
export interface BpeFiles {
  /** Each token's text and number, in JSON. */
  "vocab.json": string;
  /** Pairs of texts, one a line, in the order of learning. */
  "merges.txt": string;
}

/**
 * GPT-2's alphabet for bytes (its `bytes_to_unicode`): those that are printable characters of Latin-1 stand for themselves, the others for the characters
 * from Ā (U+0100) on, in their order. So a space is Ġ.
 */
const characters = Array.from({ length: 256 }, (_, byte) => byte);
const printable = (byte: number): boolean =>
  (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
let next = 0x100;
const toCharacter = characters.map((byte) => String.fromCodePoint(printable(byte) ? byte : next++));
const toByte = new Map(toCharacter.map((character, byte) => [character, byte]));

const spell = (bytes: readonly number[]): string => bytes.map((byte) => toCharacter[byte]).join("");

/**
 * A byte-pair tokenizer as the two files that Hugging Face's GPT-2 tokenizer reads.
 * @throws when two tokens are spelled alike: `vocab.json` can name only one of them
 */
export function exportBpe(tokenizer: BytePairTokenizer): BpeFiles {
  const plain = 256 + tokenizer.merges.length;
  const texts = Array.from({ length: plain }, (_, id) => spell(tokenizer.bytes(id)));
  const seen = new Map<string, number>();
  for (const [id, text] of [...texts, ...tokenizer.special].entries()) {
    const other = seen.get(text);
    if (other !== undefined)
      throw new Error(
        `exportBpe: tokens ${other} and ${id} are both ${quote(text)}, and vocab.json can name only one`,
      );
    seen.set(text, id);
  }
  const vocabulary = [...seen].map(([text, id]) => `${JSON.stringify(text)}:${id}`);
  const merges = tokenizer.merges.map(([left, right]) => `${texts[left]} ${texts[right]}`);
  return {
    "vocab.json": `{${vocabulary.join(",")}}`,
    "merges.txt": ["#version: 0.2", ...merges, ""].join("\n"),
  };
}

/**
 * A byte-pair tokenizer from those two files. Tokens that are neither a byte nor a merge are its special ones.
 * @throws when the files do not fit each other, naming the token or the line
 */
export function importBpe(files: BpeFiles): BytePairTokenizer {
  const wrong = (what: string): Error => new Error(`importBpe: ${what}`);
  const ids = vocabularyOf(files["vocab.json"]);
  const texts: string[] = [];
  for (const [text, id] of ids) {
    if (!Number.isInteger(id) || id < 0 || id >= ids.size || texts[id] !== undefined)
      throw wrong(
        `vocab.json: ${quote(text)} has the number ${quote(id)}; each from 0 to ${ids.size - 1} must be there once`,
      );
    texts[id] = text;
  }
  const bytes = texts.slice(0, 256).map((text, id) => {
    const byte = toByte.get(text);
    if (byte === undefined)
      throw wrong(`vocab.json: token ${id} is ${quote(text)}; the first 256 must be bytes`);
    return byte;
  });
  const merges: [number, number][] = [];
  for (const [i, line] of files["merges.txt"].split(/\r?\n/).entries()) {
    if (line === "" || (i === 0 && line.startsWith("#version"))) continue;
    const at = `merges.txt, line ${i + 1}`;
    const [left = "", right = "", ...more] = line.split(" ");
    const pair = [ids.get(left), ids.get(right)] as const;
    if (more.length > 0 || pair[0] === undefined || pair[1] === undefined)
      throw wrong(`${at}: ${quote(line)} is no pair of tokens of vocab.json`);
    const made = ids.get(left + right);
    if (made !== 256 + merges.length)
      throw wrong(
        `${at}: ${quote(left + right)} must be token ${256 + merges.length} of vocab.json, and is ${quote(made)}`,
      );
    merges.push([pair[0], pair[1]]);
  }
  return new BytePairTokenizer({ merges, bytes, special: texts.slice(256 + merges.length) });
}

function vocabularyOf(json: string): Map<string, number> {
  try {
    const fields: unknown = JSON.parse(json);
    if (typeof fields === "object" && fields !== null && !Array.isArray(fields))
      return new Map(Object.entries(fields));
  } catch {
    // Told below.
  }
  throw new Error("importBpe: vocab.json is no JSON object");
}
