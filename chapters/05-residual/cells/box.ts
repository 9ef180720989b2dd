import { heatmap } from "@humpty/display";

/** A box: two numbers go in, two come out. Inside are four weights and ReLU. */
export function block([a = 0, b = 0]: number[]): number[] {
  return [a - b, 0.5 * a + 0.5 * b].map((sum) => Math.max(0, sum));
}
export const x = [2, 1];
export const out = block(x);
export const y = x.map((one, i) => one + (out[i] ?? 0)); // y = x + block(x)

export default heatmap([x, out, y], { rows: ["x", "block(x)", "x + block(x)"] });
