import { boxes, slider } from "@humpty/display";
import { noGrad } from "@humpty/model";
import { gpt, text } from "./equal.ts";
import { listen, think } from "./parts.ts";
import { pieces } from "./pieces.ts";

const token = slider("token", { min: 1, max: 6, step: 1, value: 6 });
const drawn = noGrad(() => {
  const { embedding, addPositions } = pieces;
  const table = gpt.positions?.weight ?? gpt.tokens.weight;
  const words = embedding(gpt.tokens.weight, text.flat()).reshape([1, 6, 4]);
  let stream = addPositions(words, table); // [1, 6 tokens, 4 numbers]
  const numbers = (x: typeof stream) =>
    x
      .row(0)
      .row(token - 1)
      .toList();
  const start = numbers(stream);
  const list = gpt.blocks.flatMap((block, i) =>
    [listen, think].map((box) => {
      const out = box(stream, block);
      stream = stream.add(out);
      return { name: `block ${i + 1} ${box.name}s`, out: numbers(out) };
    }),
  );
  return { start, list };
});
export default boxes(drawn.start, drawn.list);
