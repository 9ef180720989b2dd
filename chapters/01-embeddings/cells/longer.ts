import { show, table } from "@humpty/display";
import { practice } from "./practice.ts";
import { makeReader, percentRight } from "./reader.ts";

const seeds = [1, 2, 3];
const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
function result(size: number, trained: boolean) {
  return mean(
    seeds.map((seed) => {
      const reader = makeReader(size, seed); // vectors of random numbers
      practice(reader, trained ? reader.all : reader.layers, { seed });
      return percentRight(reader);
    }),
  );
}
const rows: Record<string, number>[] = [];
for (const size of [1, 2, 4, 10]) {
  const [stay, learn] = [result(size, false), result(size, true)];
  rows.push({ "numbers each": size, "they stay": stay, "they learn": learn });
  show(table(rows, { digits: 1, title: "% right, mean of three seeds" }), "table");
}
const [one, two, four, ten] = rows;
export const stays = [one, two, four, ten].map((row) => row?.["they stay"] ?? 0);
export const learns = [one, two, four, ten].map((row) => row?.["they learn"] ?? 0);
export const [stay1 = 0, , stay4 = 0, stay10 = 0] = stays;
export const [learn1 = 0, , learn4 = 0, learn10 = 0] = learns;
export default `${seeds.length * 8} networks, 600 steps each`;
