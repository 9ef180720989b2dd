import { scatter, show } from "@humpty/display";
import { symbols } from "../../00-start/cells/letters.ts";
import { flatten } from "./flatten.ts";
import { practice } from "./practice.ts";
import { makeReader, percentRight } from "./reader.ts";

export const reader = makeReader(4, 1, { hidden: 64 });
const { data } = reader.embedding.weight;
for (let i = 0; i < data.length; i++) data[i] = 0.1 * (data[i] ?? 0); // nearly alike

const kind = (one = "") =>
  one === " " ? "space" : "aeiou".includes(one) ? "vowel" : "consonant";
function draw(step: number) {
  const places = flatten(reader.embedding.weight.toRows());
  const points = places.map((place, i) => {
    const text = (symbols[i] ?? "").replace(" ", "␣");
    return { ...place, text, group: kind(symbols[i]) };
  });
  return scatter(points, { title: `after ${step} steps` });
}
show(draw(0), "map");
practice(reader, reader.all, {
  ...{ steps: 2000, lr: 0.005 },
  each: (step) => {
    if (step % 100 === 0) show(draw(step), "map");
  },
});
export const right = percentRight(reader);
export default "Near each other: symbols with nearly the same vector.";
