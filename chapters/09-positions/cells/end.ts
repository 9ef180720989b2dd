import { table } from "@humpty/display";
import { ones, PositionEmbedding, Random } from "@humpty/model";

// A table with a vector for each of 6 positions, 4 numbers long.
const positions = new PositionEmbedding(6, 4, { random: new Random(1) });

/** What comes of a text with so many words. */
function tried(words: number) {
  try {
    return `${positions.forward(ones([words, 4])).shape.join(" × ")} numbers`;
  } catch (error) {
    return String(error);
  }
}
export const seventh = tried(7);
const rows = [5, 6, 7].map((words) => ({ words, "what came": tried(words) }));
export default table(rows);
