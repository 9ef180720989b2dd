import { line, product, slider, stack } from "@humpty/display";
import { cos, exp, log, sin, sinusoidal } from "@humpty/model";

/** How far hand j turns with each position: 10000 to the power of −2j/8. */
const speed = (j: number) => exp((-2 * j * log(10_000)) / 8);
const table = Array.from({ length: 64 }, (_, position) =>
  [0, 1, 2, 3].flatMap((j) => [sin(position * speed(j)), cos(position * speed(j))]),
);
const theirs = sinusoidal(64, 8).toList(); // the package's
const apart = table.flat().map((one, i) => Math.abs(one - (theirs[i] ?? 0)));
export const farthest = Math.max(...apart);
const column = (i: number) => table.map((row) => row[i] ?? 0);
const sines = { "hand 0": column(0), "hand 1": column(2), "hand 2": column(4) };

// Hand 1, moved on by some positions: one matrix, whatever the position.
const turnBy = (shift: number): [[number, number], [number, number]] => {
  const [s, c] = [sin(shift * speed(1)), cos(shift * speed(1))];
  return [
    [c, s],
    [-s, c],
  ];
};
const [[c, s]] = turnBy(2);
export const turned = c * sin(speed(1)) + s * cos(speed(1)); // from position 1
export const later = sin(3 * speed(1));
const shift = slider("shift", { min: 1, max: 4, step: 1, value: 2 });
const hand = [column(2).slice(0, 4), column(3).slice(0, 4)]; // at positions 0 to 3
const options = { names: ["turn", "hand 1"], columns: ["0", "1", "2", "3"] } as const;
const chart = line(sines, { x: "position", y: "sine of the hand" });
export default stack(chart, product(turnBy(shift), hand, options));
