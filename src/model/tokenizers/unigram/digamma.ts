import { log } from "../../math.ts";

/** The digamma function of x > 0, the derivative of log Γ: stepped up to 6 by ψ(x) = ψ(x + 1) − 1/x, then by its asymptotic series (Abramowitz and Stegun, 6.3.5 and 6.3.18). */
export function digamma(x: number): number {
  let sum = 0;
  let y = x;
  for (; y < 6; y++) sum -= 1 / y;
  const square = 1 / (y * y);
  const series = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square / 240)));
  return sum + log(y) - 1 / (2 * y) - series;
}
