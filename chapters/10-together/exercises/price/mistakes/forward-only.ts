import { table } from "@humpty/display";

/** How many days it takes on machines of `speed` operations a second each. */
export function days(
  parameters: number,
  tokens: number,
  machines: number,
  speed: number,
): number {
  const seconds = (2 * parameters * tokens) / (machines * speed);
  return seconds / (24 * 3600);
}

// Eight machines of 300 trillion operations a second each, used at a third.
const speed = 300e12 / 3;
export default table([
  { model: "GPT-2, 124M", days: days(124e6, 10e9, 8, speed) },
  { model: "GPT-3", days: days(175e9, 300e9, 8, speed) },
]);
