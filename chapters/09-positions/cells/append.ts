import { beside, stack } from "@humpty/display";
import { concat, tensor } from "@humpty/model";

const word = tensor([[1], [2]]).named("word"); // Dumpty, as a column
const position = tensor([[3], [-1]]).named("position"); // where he stands
const matrix = tensor([
  [1, 0, 2, 1],
  [-1, 2, 0, 1],
]).named("matrix"); // makes two numbers of four

const both = concat([word, position]).named("one behind the other"); // [4, 1]
const appended = matrix.matmul(both).named("matrix · both");

// The same matrix, cut in two: its left half meets the word, its right half the position.
const left = matrix.slice(1, 0, 2).named("left half");
const right = matrix.slice(1, 2, 4).named("right half");
const added = left.matmul(word).add(right.matmul(position));
added.named("left · word + right · position");

export const first = appended.at(0, 0);
const numbers = added.toList();
export const same = appended.toList().every((one, i) => one === numbers[i]);
export default stack(beside(matrix, both), beside(appended, added));
