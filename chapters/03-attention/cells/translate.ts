import { heatmap, stack, tokens } from "@humpty/display";
import { Adam, CrossAttention, crossEntropy, Embedding, Linear, Random } from "@humpty/model";

const english = ["the", "egg", "wall", "king", "white", "red", "old"];
const spanish = ["el", "huevo", "muro", "rey", "blanco", "rojo", "viejo", "(start)"];
const phrases = [1, 2, 3].flatMap((noun) => [4, 5, 6].map((color) => [noun, color] as const));

const random = new Random(1);
const read = new Embedding(7, 8, { random });
const written = new Embedding(8, 8, { random });
const attention = new CrossAttention({ inputs: 8, keys: 8, outputs: 8, random });
const answer = new Linear(8, 7, { random });

function translate(list: typeof phrases) {
  const asking = written.forward(list.map(([noun]) => [7, 0, noun])); // what is written so far
  const answering = read.forward(list.map(([noun, color]) => [0, color, noun]));
  const { weights, output } = attention.attend(asking, answering);
  return { weights, scores: answer.forward(output).reshape([list.length * 3, 7]) };
}
const parameters = [read, written, attention, answer].flatMap((part) => part.parameters());
const optimizer = new Adam(parameters, { lr: 0.03 });
const trained = phrases.slice(1); // all but "the white egg"
for (let step = 0; step < 150; step++) {
  optimizer.zeroGrad();
  const wanted = trained.flatMap(([noun, color]) => [0, noun, color]);
  crossEntropy(translate(trained).scores, wanted).backward();
  optimizer.step();
}
const { weights, scores } = translate(phrases.slice(0, 1));
export const said = scores.argmax(1).toList().map((word) => spanish[word] ?? "").join(" ");
export default stack(
  tokens(said.split(" "), { title: "the white egg" }),
  heatmap(weights.reshape([3, 3]), { rows: said.split(" "), columns: ["the", "white", "egg"] }),
);
