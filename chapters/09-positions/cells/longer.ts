import { line, progress } from "@humpty/display";
import { crossEntropy, noGrad, scope } from "@humpty/model";
import { kinds } from "./kinds.ts";
import { exam, mean } from "./sonnets.ts";
import { context, type Writer } from "./writer.ts";

const texts = exam(64, 256); // four times as long as in training
const places = Array.from({ length: 16 }, (_, i) => 4 * i);
/** How wrong a writer is at every four letters, up to `end`. */
function wrong(writer: Writer, end: number) {
  const all = texts.map(({ inputs, targets }) => {
    const scores = writer.forward(inputs.map((text) => text.slice(0, end)));
    return places.slice(0, end / 4).map((at) => {
      const next = targets.flatMap((text) => text.slice(at, at + 4));
      return crossEntropy(scores.slice(1, at, at + 4).reshape([-1, 27]), next).item();
    });
  });
  return (all[0] ?? []).map((_, i) => mean(all.map((one) => one[i] ?? 0)));
}
const curves = kinds.map(({ name, writers }, i) => {
  progress(i, kinds.length, name);
  const end = name === "learned" ? context : 64; // its table ends there
  const all = writers.map((writer) => scope(() => noGrad(() => wrong(writer, end))));
  const y = (all[0] ?? []).map((_, at) => mean(all.map((one) => one[at] ?? 0)));
  return [name, { x: places.slice(0, y.length), y }] as const;
});
const from = (a: number, b: number) => curves.map(([, { y }]) => mean(y.slice(a, b)));
export const [noneNext, , wavesNext, rotaryNext] = from(4, 8); // letters 16 to 31
export const [noneLast, , wavesLast, rotaryLast] = from(12, 16); // letters 48 to 63
export default line(Object.fromEntries(curves), { x: "letter", y: "how wrong" });
