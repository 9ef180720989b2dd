import { choice, pieces } from "@humpty/display";
import type { Pair } from "./pairs.ts";

/** Wherever the pair stands, from the left, a new token takes its place. */
export function join(tokens: readonly number[], [left, right]: Pair, token: number) {
  const joined: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const both = tokens[i] === left && tokens[i + 1] === right;
    joined.push(both ? token : (tokens[i] ?? 0));
    if (both) i++; // the next one is used up
  }
  return joined;
}
const word = choice("word", { options: ["the cats sat", "banana", "aaaaa"] });
const pair = { "the cats sat": "at", banana: "an", aaaaa: "aa" }[word];
const bytes = (text: string) => [...new TextEncoder().encode(text)];
const [left = 0, right = 0] = bytes(pair);
const joined = join(bytes(word), [left, right], 256);
export default pieces(
  joined.map((id) => ({ text: id === 256 ? pair : String.fromCharCode(id), id })),
);
