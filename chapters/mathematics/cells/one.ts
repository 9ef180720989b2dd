import { product, stack, table } from "@humpty/display";
import { tensor } from "@humpty/model";

const A = tensor([
  [0, 1],
  [1, 0],
]); // swaps two numbers
const B = tensor([
  [2, 0],
  [0, 1],
]); // doubles the first
const x = tensor([[3], [1]]); // a column

const write = (column: typeof x) => `(${column.toList().join(", ")})`;
export const inTwo = write(A.matmul(B.matmul(x))); // first B, then A
export const inOne = write(A.matmul(B).matmul(x));
export const swapped = write(B.matmul(A).matmul(x)); // the other order

let message = "no error";
try {
  A.matmul(tensor([[1, 2, 3]])); // a row of 2 meets a column of 1
} catch (error) {
  message = String(error);
}
export const said = message;
const rows = { "A · (B · x)": inTwo, "(A · B) · x": inOne, "(B · A) · x": swapped };
export default stack(product(A, B), table([rows]), message);
