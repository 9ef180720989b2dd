import { table } from "@humpty/display";
import { countParameters, gpt2Config, gpt2Sizes } from "@humpty/model";

type Size = keyof typeof gpt2Sizes;
const rows = (Object.keys(gpt2Sizes) as Size[]).map((size) => {
  const { layers, channels } = gpt2Sizes[size];
  const norms = 2 * layers + 1; // two in each block, one at the end
  const ofNorms = norms * 2 * channels; // a scale and a shift for each number
  const all = countParameters(gpt2Config(size));
  return { "GPT-2": size, norms, ofNorms, all, "%": (100 * ofNorms) / all };
});
export const [{ norms = 0, ofNorms = 0, "%": percent = 0 } = {}] = rows;
export default table(rows);
