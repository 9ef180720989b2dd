import { table } from "@humpty/display";
import { cos, rotary, sin, tensor } from "@humpty/model";
import { position, speed } from "./waves.ts";

const query = [2, 1, 0, 1, 1, -1, 0, 2]; // what "sat" asks
const key = [1, 2, 1, 0, 0, 1, 2, -1]; // what "Humpty" answers
const dot = (a: number[], b: number[]) =>
  a.reduce((sum, one, i) => sum + one * (b[i] ?? 0), 0);

/** The hands of a position. */
const waves = (p: number) => position(p, 8).flat();
const added = (x: number[], p: number) => x.map((one, i) => one + (waves(p)[i] ?? 0));
/** Pair j, numbers j and j + 4, is turned as far as hand j has turned. */
const turned = (x: number[], p: number) =>
  x.map((one, i) => {
    const [angle, other] = [p * speed(i % 4, 8), x[(i + 4) % 8] ?? 0];
    return one * cos(angle) + (i < 4 ? -other : other) * sin(angle);
  });
const row = (sat: number, humpty: number) => ({
  "“sat” at": sat,
  "“Humpty” at": humpty,
  "hands alone": dot(waves(sat), waves(humpty)),
  "hands added": dot(added(query, sat), added(key, humpty)),
  "pairs turned": dot(turned(query, sat), turned(key, humpty)),
});
const ofPackage = rotary(tensor([[query]]), 1, 7).toList(); // at position 7
const gaps = turned(query, 7).map((one, i) => Math.abs(one - (ofPackage[i] ?? 0)));
export const apart = Math.max(...gaps);
const rows = [row(2, 0), row(3, 1), row(102, 100), row(3, 0)];
export default table(rows, { digits: 3 });
