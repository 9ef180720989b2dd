import { bars, slider } from "@humpty/display";

// A large model, Llama 2 with 70 billion parameters: layers, heads, numbers in a head.
const [layers, heads, size] = [80, 64, 128];
const bytes = 2; // for each number
/** What keys and values of one text take, in gigabytes. */
const gigabytes = (pairs: number, tokens: number) =>
  (2 * layers * pairs * size * bytes * tokens) / 1e9;

const tokens = slider("tokens in the text", {
  min: 512,
  max: 8192,
  step: 512,
  value: 4096,
});
const groups = [heads, 32, 8, 1];
const names = ["64: one for each head", "32", "8: as it has", "1: one for all"];
const sizes = groups.map((pairs) => gigabytes(pairs, tokens));
export const [each, , eight, single] = [heads, 32, 8, 1].map((pairs) =>
  gigabytes(pairs, 4096),
);
export default bars(names, sizes, {
  title: "gigabytes, by sets of keys and values",
  digits: 2,
});
