import { spread } from "@humpty/display";
import { concat, Embedding, PositionEmbedding, type Tensor } from "@humpty/model";
import { learn, mean } from "./sonnets.ts";
import { context, Writer } from "./writer.ts";

class Added extends Writer {
  readonly positions = new PositionEmbedding(context, 32, { random: this.random });
  override place = (x: Tensor) => this.positions.forward(x);
}
/** A letter's own numbers, and behind them those of its position: 32 together. */
class Appended extends Writer {
  readonly positions: Embedding;
  constructor(seed: number, letter = 24, position = 8) {
    super(seed, { letter, wide: letter + position });
    this.positions = new Embedding(context, position, { random: this.random });
  }
  override place = (x: Tensor) => {
    const [texts = 0, time = 0] = x.shape;
    const places = Array.from({ length: texts }, () => [...Array(time).keys()]);
    return concat([x, this.positions.forward(places)], 2);
  };
}
export const learned = await learn("added", (seed) => new Added(seed));
const appended = await learn("appended", (seed) => new Appended(seed));
export const [added, behind] = [learned, appended].map(({ ends }) => mean(ends));
const size = (one: Writer) => one.parameters().reduce((sum, { size }) => sum + size, 0);
export const times = size(new Appended(1, 32, 32)) / size(new Added(1));
const range = { from: 1.9, to: 2.2 };
const rows = [learned, appended].map(({ name, ends }) => ({
  name,
  values: ends,
  ...range,
}));
export default spread(rows, { title: "how wrong at last, three seeds each" });
