import { explain, Random, SelfAttention, tensor, trace } from "@humpty/model";

// What a layer is made of: attention by hand and by the layer, a gradient, and how one number came to be: `node attention.ts`.
const layer = new SelfAttention({ inputs: 2, keys: 2, outputs: 2, random: new Random(1) });
const sentence = [
  [1, 0],
  [0, 1],
  [1, 1],
];
const words = tensor(sentence).named("words").requireGrad();

const q = words.matmul(layer.wq.transpose()).named("q");
const k = words.matmul(layer.wk.transpose()).named("k");
const v = words.matmul(layer.wv.transpose()).named("v");
const scores = q.matmul(k.transpose()).div(Math.sqrt(2)).named("scores");
const output = scores.softmax().matmul(v);
console.log("by hand:     ", ...output.data);
console.log("by the layer:", ...layer.forward(words).data);

output.sum().backward();
console.log("how much each number of the words moves the sum:", ...(words.grad?.data ?? []));

const tape = trace(q);
if (tape) {
  const { label, value, expression } = explain(tape, tape.nodes.length - 1, [2, 0]);
  const sum = expression.map((part) => (typeof part === "string" ? part : part.label));
  console.log(`${label} = ${sum.join("")} = ${value.toFixed(4)}`);
}
