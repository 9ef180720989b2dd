import { bars } from "@humpty/display";
import { Random } from "@humpty/model";
import { practice } from "./practice.ts";
import { makeReader, percentRight } from "./reader.ts";

/** What a network gets right whose symbols have these places, from 0 to 26. */
function withOrder(order: number[]) {
  const reader = makeReader(1, 1); // one number for each symbol
  reader.embedding.weight.data.set(order.map((place) => place / 26));
  practice(reader, reader.layers); // the numbers stay as they are
  return percentRight(reader);
}
const alphabet = Array.from({ length: 27 }, (_, i) => i);
const others = [1, 2, 3, 4, 5].map((seed) => new Random(seed).shuffle(alphabet));
const results = [alphabet, ...others].map(withOrder);
export const [ofAlphabet = 0, ...shuffled] = results;
export const [worst, best] = [Math.min(...shuffled), Math.max(...shuffled)];
const names = ["a, b, c…", ...others.map((_, i) => `shuffled ${i + 1}`)];
export default bars(names, results, { title: "% right", digits: 1 });
