import { toBytes } from "../bytes.ts";
import { BytePairTokenizer } from "./bpe.ts";
import { mergePiece } from "./merge.ts";

let loaded: Promise<BytePairTokenizer> | undefined;

/**
 * GPT-2's own tokenizer: 50,257 tokens, the last of which is <|endoftext|>. Its vocabulary comes from the package `gpt-tokenizer`, half a megabyte that
 * is loaded when this is first called. How `encode` takes <|endoftext|> in a text is its option `special`.
 */
export function gpt2Tokenizer(): Promise<BytePairTokenizer> {
  loaded ??= load().catch((error) => {
    loaded = undefined; // So that the next call tries again.
    throw error;
  });
  return loaded;
}

async function load(): Promise<BytePairTokenizer> {
  const { default: ranks } = await import("gpt-tokenizer/bpeRanks/r50k_base");
  const tokens = ranks.map((token) => (typeof token === "string" ? toBytes(token) : token));
  const bytes = tokens.slice(0, 256).flat();
  return new BytePairTokenizer({
    bytes,
    merges: mergesOf(tokens, bytes),
    special: ["<|endoftext|>"],
  });
}

/**
 * The merges behind a vocabulary in the order of learning, for the package has the tokens only: a token's pair is what the merges before it make of its bytes
 * (Karpathy's minbpe recovers them so).
 */
function mergesOf(
  tokens: readonly (readonly number[])[],
  order: readonly number[],
): [number, number][] {
  const ofByte: number[] = [];
  for (const [token, byte] of order.entries()) ofByte[byte] = token;
  const known = new Map<number, number>();
  const key = (left: number, right: number) => left * 0x1000000 + right;
  return tokens.slice(256).map((token, i) => {
    const start = token.map((byte) => ofByte[byte] ?? 0);
    const [left, right, ...more] = mergePiece(start, (a, b) => known.get(key(a, b)));
    if (left === undefined || right === undefined || more.length > 0)
      throw new Error(
        `gpt2Tokenizer: token ${256 + i} of gpt-tokenizer's r50k_base is no merge of two earlier ones`,
      );
    known.set(key(left, right), 256 + i);
    return [left, right];
  });
}
