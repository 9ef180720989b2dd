import { heads, progress, slider, stack, table } from "@humpty/display";
import * as humpty from "@humpty/model";
import { vocabulary, words } from "../../05-residual/cells/reciter.ts";

const ids = words.map((word) => vocabulary.indexOf(word));
/** Listens once and speaks. Trains until it knows the rhyme, at most 400 steps. */
function recite(count: number, seed: number) {
  const random = new humpty.Random(seed);
  const embedding = new humpty.Embedding(vocabulary.length, 24, { random });
  const options = { heads: count, causal: true, random };
  const attention = new humpty.MultiHeadAttention(24, options);
  const speak = new humpty.Linear(24, vocabulary.length, { random });
}
