import { heatmap } from "@humpty/display";
import { Adam, CrossAttention, crossEntropy, Embedding, Random } from "@humpty/model";

// 0 the, 1 a; 2 egg, 3 wall, 4 king; 5 white, 6 red, 7 old. 8: nothing written yet.
const spanish = ["el", "un", "huevo", "muro", "rey", "blanco", "rojo", "viejo"];
const nouns = [0, 1].flatMap((article) => [2, 3, 4].map((noun) => ({ article, noun })));
const phrases = [5, 6, 7].flatMap((color) => nouns.map((one) => ({ ...one, color })));
const random = new Random(1);
const read = new Embedding(8, 32, { random });
const written = new Embedding(9, 32, { random });
const attention = new CrossAttention({ inputs: 32, keys: 8, outputs: 8, random });
function translate(list: typeof phrases) {
  const english = read.forward(list.map((p) => [p.article, p.color, p.noun]));
  const soFar = written.forward(list.map((p) => [8, p.article, p.noun]));
  return attention.attend(soFar, english); // Spanish asks English, [phrases, 3, 8]
}
const trained = phrases.slice(1); // "the white egg" is kept for the test
export const lessons = trained.length;
const wanted = trained.flatMap((p) => [p.article, p.noun, p.color]);
const parts = [read, written, attention].flatMap((part) => part.parameters());
const optimizer = new Adam(parts, { lr: 0.02 });
for (let step = 0; step < 200; step++) {
  optimizer.zeroGrad();
  crossEntropy(translate(trained).output.reshape([-1, 8]), wanted).backward();
  optimizer.step();
}
const { weights, output } = translate(phrases.slice(0, 1));
const rows = output.argmax().map((word) => spanish[word] ?? "");
export const translation = rows.join(" ");
export default heatmap(weights.row(0), { rows, columns: ["the", "white", "egg"] });
