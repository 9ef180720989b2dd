import { table } from "@humpty/display";
import { known } from "./lessons.ts";
import { lossOn, practice } from "./practice.ts";
import { makeReader } from "./reader.ts";

const reader = makeReader(1, 1);
reader.embedding.weight.data.set(Array.from({ length: 27 }, (_, i) => i / 26));
practice(reader, reader.layers, { steps: 100 }); // so far the numbers stayed

const lessons = known.slice(0, 1000);
const loss = lossOn(reader, lessons);
reader.embedding.weight.grad?.data.fill(0); // nothing is left of earlier slopes
loss.backward(); // the slopes of everything, the symbols' numbers included
const { data, grad } = reader.embedding.weight;
const rate = 100;
const rows = [0, 1, 2, 5, 20].map((i) => {
  const [before = 0, slope = 0] = [data[i], grad?.at(i, 0)];
  const symbol = i === 0 ? "␣" : String.fromCharCode(96 + i);
  return { symbol, before, slope, "after one step": before - rate * slope };
});
export const before = loss.item();
export const slopeOfA = rows[1]?.slope ?? 0;
export const [a = 0, movedA = 0] = [rows[1]?.before, rows[1]?.["after one step"]];
for (let i = 0; i < 27; i++) data[i] = (data[i] ?? 0) - rate * (grad?.at(i, 0) ?? 0);
export const after = lossOn(reader, lessons).item();
export default table(rows, { digits: 5 });
