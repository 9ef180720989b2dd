import { spread } from "@humpty/display";
import { sinusoidal, type Tensor } from "@humpty/model";
import { learned } from "./both.ts";
import { learn, mean } from "./sonnets.ts";
import { Writer } from "./writer.ts";

class Waves extends Writer {
  override place = (x: Tensor) => {
    const [, time = 0, channels = 0] = x.shape;
    return x.add(sinusoidal(time, channels));
  };
}
export const kinds = [
  await learn("none", (seed) => new Writer(seed)),
  { ...learned, name: "learned" }, // the table that was added, from above
  await learn("sinusoidal", (seed) => new Waves(seed)),
  await learn("rotary", (seed) => new Writer(seed, { rotary: true })),
];
export const [none, table, waves, rotary] = kinds.map(({ ends }) => mean(ends));
const range = { from: 1.9, to: 2.2 };
const rows = kinds.map(({ name, ends }) => ({ name, values: ends, ...range }));
export default spread(rows, { title: "how wrong about new letters, three seeds each" });
