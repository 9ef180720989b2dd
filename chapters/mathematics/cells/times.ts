import { product } from "@humpty/display";
import { k2, Wk } from "../../03-attention/cells/keys.ts";
import { words, x1, x2, x3 } from "../../03-attention/cells/mixture.ts";

// Each word's vector is a column: its first number above its second.
const x = [
  [x1[0], x2[0], x3[0]],
  [x1[1], x2[1], x3[1]],
];
export const [first, second] = k2; // the key of Dumpty, from chapter 03
export default product(Wk, x, {
  names: ["W", "x"],
  columns: words,
  pick: [0, 1],
});
