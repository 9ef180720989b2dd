import { line } from "@humpty/display";
import { Random, randn, scope } from "@humpty/model";

/** Of 100 words at 100 positions: from how many sums can word and position be told? */
function told(length: number) {
  const random = new Random(1);
  const words = randn([100, length], random);
  const positions = randn([100, length], random);
  const order = random.shuffle(words.toRows().map((_, i) => i)); // word i stands there
  const sums = words.add(positions.gather(order)); // [100, length]
  const word = sums.matmul(words.transpose()).argmax(); // the best fit among the words
  const position = sums.matmul(positions.transpose()).argmax();
  return order.filter((at, i) => word[i] === i && position[i] === at).length;
}
const lengths = [2, 4, 8, 16, 32, 64, 128];
const right = lengths.map((length) => scope(() => told(length)));
export const [at2 = 0, , at8 = 0, , at32 = 0, , at128 = 0] = right;
export default line(
  { "told apart": { x: lengths, y: right } },
  { x: "numbers", y: "of 100" },
);
