import { progress, spread, stack } from "@humpty/display";
import { learn } from "./learn.ts";
import { block, heard } from "./middles.ts";
import { Speller } from "./speller.ts";

const alone = [1, 2, 4, 8].map((heads) => ({ heads, middle: heard(heads) }));
const thinking = [1, 8].map((heads) => ({ heads, middle: block(heads) }));

let done = 0;
const rows = [...alone, ...thinking].map(({ heads, middle }) => {
  const name = heads === 1 ? "1 head" : `${heads} heads`;
  const values = [1, 2, 3, 4].map((seed) => {
    progress(done++, 24, `${name}, seed ${seed}`);
    return learn(new Speller(seed, middle), 300, 32);
  });
  return { name, values, from: 2.22, to: 2.36 };
});
const means = rows.map(({ values }) => values.reduce((sum, one) => sum + one, 0) / 4);
export const [alone1, alone2, alone4, alone8, block1, block8] = means;
export default stack(
  spread(rows.slice(0, 4), { title: "how wrong: attention alone" }),
  spread(rows.slice(4), { title: "how wrong: with a layer that thinks" }),
);
