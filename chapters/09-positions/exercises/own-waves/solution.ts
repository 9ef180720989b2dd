import { heatmap } from "@humpty/display";
import { cos, exp, log, sin } from "@humpty/model";

/** The vectors of the first positions, 0, 1, 2, …, each with as many numbers as told. */
export function sinusoidal(length: number, channels: number): number[][] {
  return Array.from({ length }, (_, p) =>
    Array.from({ length: channels }, (_, i) => {
      const pair = Math.floor(i / 2);
      const angle = p * exp((-2 * pair * log(10000)) / channels);
      return i % 2 === 0 ? sin(angle) : cos(angle);
    }),
  );
}

export default heatmap(sinusoidal(6, 4), { name: "positions" });
