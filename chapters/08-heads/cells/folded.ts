import { heatmap } from "@humpty/display";
import * as humpty from "@humpty/model";

/** The shared form, and separate matrices that are the same function. */
export function twins(channels: number, heads: number, random: humpty.Random) {
  const options = { heads, causal: true, bias: false, random };
  const shared = new humpty.SharedHeadAttention(channels, options);
  const own = new humpty.MultiHeadAttention(channels, options);
  const { query, key, value, queries, keys, values } = shared;
  const products = [
    ...queries.map((map) => map.weight.matmul(query.weight)), // two matrices in a row
    ...keys.map((map) => map.weight.matmul(key.weight)), // make one
    ...values.map((map) => map.weight.matmul(value.weight)),
  ];
  own.qkv.weight.data.set(humpty.concat(products).data);
  own.projection.weight.data.set(shared.projection.weight.data);
  shared.projection.bias?.data.fill(0); // `own` has none
  return { shared, own };
}
const random = new humpty.Random(5);
const { shared, own } = twins(8, 2, random);
const x = humpty.randn([1, 6, 8], random); // six words of 8 numbers
const [a, b] = [shared.forward(x), own.forward(x)];
const gaps = a.sub(b).toList();
export const farthest = Math.max(...gaps.map((gap) => Math.abs(gap)));
const last = humpty.concat([a, b].map((one) => one.row(0).slice(0, 5))); // [2, 8]
const rows = ["shared form", "own matrices"];
export default heatmap(last, { rows, digits: 5, name: "the sixth word" });
