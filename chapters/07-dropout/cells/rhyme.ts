import { slider, stack, tokens } from "@humpty/display";
import { vocabulary } from "../../05-residual/cells/reciter.ts";
import { ids } from "../../06-norm/cells/recite.ts";
import { recite } from "./broken.ts";
import { reciters } from "./toughness.ts";

const percent = slider("broken, %", { min: 0, max: 60, step: 5, value: 30 });
const seed = slider("which ones", { min: 1, max: 20, step: 1, value: 1 });

const said = Object.values(reciters).map((one) => recite(one, percent / 100, seed));
const right = said.map((list) => list.filter((id, i) => id === ids[i]).length - 3);
export const [without = 0, withDropout = 0] = right;
export const asked = ids.length - 3;
// What differs from the rhyme is shaded.
const mark = (id: number, i: number) => (id === ids[i] ? {} : { mark: true });
const [plain = [], tough = []] = said.map((list) =>
  list.map((id, i) => ({ text: vocabulary[id] ?? "", ...mark(id, i) })),
);
export default stack(
  tokens(plain, { title: "without dropout" }),
  tokens(tough, { title: "with dropout" }),
);
