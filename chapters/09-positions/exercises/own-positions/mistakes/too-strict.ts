import { heatmap } from "@humpty/display";
import { Random, randn, type Tensor } from "@humpty/model";

/**
 * To each word's vector, the vector of the position where it stands.
 * @param x [time, channels] or [batch, time, channels]
 * @param table [context, channels]
 */
export function addPositions(x: Tensor, table: Tensor): Tensor {
  const [time = 0] = x.shape.slice(-2);
  const [context = 0] = table.shape;
  if (time >= context)
    throw new Error(`positions: a text of ${time} words, and vectors for ${context}`);
  return x.add(table.slice(0, 0, time));
}

const random = new Random(1);
const table = randn([4, 2], random);
export default heatmap(addPositions(randn([3, 2], random), table), { name: "sums" });
