import { table } from "@humpty/display";
import { Linear, ones, Random } from "@humpty/model";

const random = new Random(1);
const x = ones([1, 2]); // two numbers
const block = new Linear(2, 3, { random }); // makes three of two

let message = "no error";
try {
  x.add(block.forward(x));
} catch (error) {
  message = String(error);
}
// One more matrix takes the three numbers back to two.
const back = new Linear(3, 2, { random });
const y = x.add(back.forward(block.forward(x)));
export const said = message;
export default table([
  { tried: "x + block(x)", "what came": message },
  { tried: "x + back(block(x))", "what came": `${y.shape.join(" × ")} numbers` },
]);
