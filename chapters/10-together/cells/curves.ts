import { keep, line, show } from "@humpty/display";
import * as humpty from "@humpty/model";

/** A step, and how wrong it was on what it practiced and on what it had never seen. */
export type Point = readonly [step: number, practiced: number, unseen: number];

/** The points of a curve that was kept, up to a step. */
export function points(kept: Uint8Array | undefined, step: number): Point[] {
  const all: Point[] = kept ? JSON.parse(new TextDecoder().decode(kept)) : [];
  return all.filter(([at]) => at <= step);
}
/** Keeps a training and its curve; gives how many bytes that were. */
export async function keepAll(training: Uint8Array, list: readonly Point[]) {
  await keep("curve", new TextEncoder().encode(JSON.stringify(list)))
    .then(() => keep("training", training))
    .catch(({ message }) => show(`It goes on, but is not kept: ${message}`, "kept"));
  return training.length;
}
/** Shows how a training went so far, and what its model writes by now. */
export function look(
  list: readonly Point[],
  { model, tokenizer }: Pick<humpty.Prepared, "model" | "tokenizer">,
  start: string,
  step: number,
) {
  const column = (which: 0 | 1 | 2) => list.map((point) => point[which]);
  const [x, y] = [column(0), column(1)];
  const lines = { practiced: { x, y }, unseen: { x, y: column(2) } };
  show(line(lines, { x: "step", y: "loss" }), "curves");
  const begun = tokenizer.encode(start);
  const chance = { temperature: 0.8, random: new humpty.Random(1) };
  const more = humpty.generate(model, begun, { count: 40, ...chance });
  const written = tokenizer.decode([...begun, ...more]);
  show(`After ${step} steps: ${written}`, "sample");
}
export default "look(points, model, start, step) shows how a training goes.";
