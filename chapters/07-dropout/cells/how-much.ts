import { line, show } from "@humpty/display";
import { mean } from "./chances.ts";
import { practice } from "./practice.ts";
import { Wide } from "./wide.ts";

const ps = [0, 0.2, 0.4, 0.6, 0.8, 0.9];
const wrongs: number[] = [];
for (const p of ps) {
  const bests = [2, 3, 4].map((seed) => {
    const looks = practice(new Wide(p, seed), { name: `p = ${p}, seed ${seed}` });
    return Math.min(...looks.map(({ toChoose }) => toChoose));
  });
  wrongs.push(mean(bests));
  const curve = { x: ps.slice(0, wrongs.length), y: wrongs };
  const title = "how wrong at best on the names to choose by, three seeds";
  show(line({ wrong: curve }, { title, x: "p", y: "how wrong" }), "curve");
}
export const bestP = ps[wrongs.indexOf(Math.min(...wrongs))] ?? 0;
