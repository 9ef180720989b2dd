import { slider, stack, tokens } from "@humpty/display";
import { vocabulary } from "../../05-residual/cells/reciter.ts";
import { ids, recite } from "./recite.ts";

const lr = slider("learning rate", { min: 0.005, max: 0.05, step: 0.005, value: 0.03 });
const said = [recite(false, lr), recite(true, lr)];
const right = said.map((list) => list.filter((id, i) => id === ids[i]).length - 3);
export const [without = 0, withNorms = 0] = right;
export const asked = ids.length - 3;
// What differs from the rhyme is shaded.
const mark = (id: number, i: number) => (id === ids[i] ? {} : { mark: true });
const pieces = said.map((list) =>
  list.map((id, i) => ({ text: vocabulary[id] ?? "", ...mark(id, i) })),
);
export default stack(...pieces.map((list) => tokens(list)));
