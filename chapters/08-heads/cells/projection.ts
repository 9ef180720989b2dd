import { heatmap, stack } from "@humpty/display";
import { concat, Random, randn, zeros } from "@humpty/model";

const random = new Random(6);
const [first, second] = [randn([1, 4], random), randn([1, 4], random)]; // heard
const W = randn([8, 8], random).mul(0.5); // the output projection
const [none, both] = [zeros([1, 4]), concat([first, second], 1)];
const places = [concat([first, none], 1), concat([none, second], 1), both];

// Its first four columns meet only head 1, the other four only head 2.
const one = first.matmul(W.slice(1, 0, 4).transpose()); // [1, 8]
const other = second.matmul(W.slice(1, 4, 8).transpose());
const sum = one.add(other);
const mixed = both.matmul(W.transpose()); // side by side, then the whole matrix

const gaps = mixed.sub(sum).toList();
export const farthest = Math.max(...gaps.map((gap) => Math.abs(gap)));
const rows = ["head 1", "head 2", "together"];
const parts = [one, other, sum, mixed];
export default stack(
  heatmap(concat(places), { rows, name: "without the last matrix" }),
  heatmap(concat(parts), {
    rows: [...rows, "the whole matrix"],
    name: "with it",
  }),
);
