import { progress, toggle, tokens } from "@humpty/display";
import { Adam, crossEntropy, noGrad, scope } from "@humpty/model";
import { Reciter, vocabulary, words } from "./reciter.ts";

const around = toggle("ways around", { value: true });
const reciter = new Reciter(8, around);
const ids = words.map((word) => vocabulary.indexOf(word));

const optimizer = new Adam(reciter.parameters(), { lr: 0.003 });
for (let step = 1; step <= 150; step++) {
  scope(() => {
    optimizer.zeroGrad();
    const scores = reciter.forward(ids.slice(0, -1)); // all beginnings at once
    crossEntropy(scores, ids.slice(1)).backward();
    optimizer.step();
  });
  progress(step, 150);
}
const said = ids.slice(0, 3);
while (said.length < ids.length)
  said.push(noGrad(() => reciter.forward(said).argmax().at(-1) ?? 0));
export const right = said.filter((id, i) => id === ids[i]).length - 3;
export const asked = ids.length - 3;
// What differs from the rhyme is shaded.
const mark = (i: number) => (said[i] === ids[i] ? {} : { mark: true });
const text = (id: number) => vocabulary[id] ?? "";
export default tokens(said.map((id, i) => ({ text: text(id), ...mark(i) })));
