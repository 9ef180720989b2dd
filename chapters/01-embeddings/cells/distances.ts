import { table } from "@humpty/display";
import { symbols } from "../../00-start/cells/letters.ts";
import { reader } from "./map.ts";

const vectors = reader.embedding.weight.toRows();
/** How far two symbols' vectors are apart: Pythagoras, with four sides. */
export const distance = (a: number[] = [], b: number[] = []) =>
  Math.sqrt(a.reduce((sum, one, i) => sum + (one - (b[i] ?? 0)) ** 2, 0));
const between = (a: string, b: string) =>
  distance(vectors[symbols.indexOf(a)], vectors[symbols.indexOf(b)]);

const [vowels, consonants] = ["aeiou", "bcdfghjklmnpqrstvwxyz"].map((one) => [...one]);
function mean(some: string[] = [], others: string[] = []) {
  const pairs = some.flatMap((a) =>
    others.filter((b) => a !== b).map((b) => between(a, b)),
  );
  return pairs.reduce((sum, one) => sum + one, 0) / pairs.length;
}
export const vowelToVowel = mean(vowels, vowels);
export const vowelToConsonant = mean(vowels, consonants);
const rows = [..."aeioudtnvb"].map((one) => {
  const others = symbols.filter((other) => other !== one);
  const near = others.sort((a, b) => between(one, a) - between(one, b)).slice(0, 3);
  return { letter: one, "nearest three": near.join(" ").replace("  ", " ␣") };
});
export default table(rows);
