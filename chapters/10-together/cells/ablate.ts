import { line, progress, show, stack, table } from "@humpty/display";
import { after1000, after4000 } from "./measured.ts";
import { mean, sample, variant } from "./variants.ts";
import { seeds, steps, without } from "./without.ts";

const names = ["nothing", ...without] as const;
const all = names.flatMap((name) =>
  seeds.map((seed) => ({ name, seed, ...variant(name, seed, steps) })),
);
const labels = { title: "how wrong, by the letter, on unseen lines", x: "step", y: "" };
// A hundred steps of each in turn, so that the curves grow side by side.
for (let step = 0; step <= steps; step += 100) {
  for (const [i, { name, seed, to }] of all.entries()) {
    progress(step + (100 * i) / all.length, steps + 100, `${name}, seed ${seed}`);
    await to(step);
  }
  const lines = names.map((name) => {
    const curves = all.filter((one) => one.name === name).map(({ curve }) => curve);
    return [name === "nothing" ? "all nine" : `without ${name}`, mean(curves, step)];
  });
  show(line(Object.fromEntries(lines), labels), "curves");
}
const book = steps === 1000 ? after1000 : after4000;
const wrong = (i: number) => all[i]?.curve.y.at(-1) ?? 0;
const rows = all.map(({ name, seed }, i) => ({
  ...{ "switched off": name, seed, "how wrong": wrong(i) },
  // Beside all nine from the same seed.
  costs: wrong(i) - wrong(i % seeds.length),
  "in the book": book[name][seed - 1] ?? "not tried",
  "its five seeds": [Math.min, Math.max]
    .map((end) => end(...book[name]).toFixed(2))
    .join(" to "),
}));
const texts = all.map((one) => ({
  ...{ "switched off": one.name, seed: one.seed, writes: sample(one, one.seed) },
}));
export default stack(table(rows, { digits: 4 }), table(texts));
