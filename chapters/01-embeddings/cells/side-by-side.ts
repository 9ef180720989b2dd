import { heatmap, stack, text } from "@humpty/display";
import { concat, Embedding, Random, tensor } from "@humpty/model";
import { numbers, symbols } from "../../00-start/cells/letters.ts";

const said = `${text("twelve characters", { value: "humpty dumpt" })}            `;
const twelve = numbers(said).slice(0, 12);
const embedding = new Embedding(27, 10, { random: new Random(1) });
const vectors = embedding.forward(twelve); // [12, 10]: a row for each character
const inputs = vectors.reshape([120]); // one after the other
export const count = inputs.size;

/** What the package says when one vector has 9 numbers, and the others 10. */
function uneven() {
  try {
    const short = tensor([[1, 2, 3, 4, 5, 6, 7, 8, 9]]);
    concat([vectors, short], 0);
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  return "no error";
}
export const message = uneven();
const rows = twelve.map((one) => (symbols[one] ?? "").replace(" ", "␣"));
export default stack(heatmap(vectors, { rows, name: "vectors" }), `Error: ${message}`);
