import { line } from "@humpty/display";

/** A step, and how wrong it was on what it practiced and on what it had never seen. */
export type Point = readonly [step: number, practiced: number, unseen: number];

/** The points of a curve that was kept, up to a step. */
export function points(kept: Uint8Array | undefined, step: number): Point[] {
  const all: Point[] = kept ? JSON.parse(new TextDecoder().decode(kept)) : [];
  return all.filter(([at]) => at <= step);
}
export function curves(list: readonly Point[]) {
  const column = (which: 0 | 1 | 2) => list.map((point) => point[which]);
  const x = column(0);
  return line(
    { practiced: { x, y: column(1) }, unseen: { x, y: column(2) } },
    { x: "step", y: "loss" },
  );
}
export default "curves(points) draws how a training went.";
