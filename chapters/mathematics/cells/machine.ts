import { boxes, slider, toggle } from "@humpty/display";

const double = (x: number) => 2 * x;
const square = (x: number) => x * x;

const x = slider("x", { min: -3, max: 3, step: 0.5, value: 3 });
const order = toggle("square first") ? [square, double] : [double, square];

let out = x;
const drawn = order.map((f) => {
  out = f(out); // what comes out of one goes into the next
  return { name: f.name, out: [out], around: false };
});
export const doubleFirst = square(double(3));
export const squareFirst = double(square(3));
export default boxes([x], drawn);
