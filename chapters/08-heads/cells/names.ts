import { table } from "@humpty/display";
import { allLines, names, Random, splitData } from "@humpty/model";
import { alphabet } from "../../05-residual/cells/letters.ts";

export const spell = (name: string) =>
  [...name.toLowerCase()].map((one) => alphabet.indexOf(one));
const all = new Random(1).shuffle(await names());
export const [known, unseen] = splitData(all.map(spell));

export const end = 0; // the dot: before a name, and after it
export const exam = allLines(unseen.slice(0, 400), { batch: 64, end });
export default table([{ "to learn from": known.length, "kept apart": unseen.length }]);
