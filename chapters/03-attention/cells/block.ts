import { beside, choice, heatmap, slider, stack, wiring } from "@humpty/display";
import { Random, SelfAttention, tensor } from "@humpty/model";
import { Wk, Wq } from "./keys.ts";
import { words, x1, x2, x3 } from "./mixture.ts";
import { output, Wv } from "./output.ts";

const asks = words.indexOf(choice("who asks", { options: words, value: "sat" }));
const outputs = slider("output length", { min: 1, max: 4, step: 1, value: 2 });
const sizes = { inputs: 2, keys: 2, outputs };
const attention = new SelfAttention({ ...sizes, scale: false, random: new Random(1) });
attention.wq.data.set(Wq.flat());
attention.wk.data.set(Wk.flat());
attention.wv.data.set(Wv.flat().slice(0, outputs * 2)); // rows 3, 4 stay random

const vectors = tensor([x1, x2, x3]).named("x"); // [3, 2]
const result = attention.attend(vectors); // result.output: [3, outputs]
const sat = result.output.slice(0, 2, 3).named("“sat” by the block");
const apart = sat.toList().map((one, i) => Math.abs(one - (output[i] ?? one)));
export const difference = Math.max(...apart);

export default stack(
  wiring({ words, vectors, ...result, asks }),
  beside(heatmap([output], { name: "“sat” by hand" }), sat),
);
