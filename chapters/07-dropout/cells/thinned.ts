import { network, slider, stack } from "@humpty/display";
import { Random, tensor } from "@humpty/model";
import { names, shown } from "../../00-start/cells/neuron.ts";
import { trained } from "../../00-start/cells/trained.ts";

const start = slider("throw again", { min: 1, max: 20, step: 1, value: 2 });
const inputs = shown["a leaf"] ?? [];
const { first, second } = trained; // chapter 00's network, 4 → 6 → 2
const biases = [first, second].map(({ bias }) => bias?.toList() ?? []);

/** The network when some inputs are gone, with all lines that begin at them. */
function draw(dropped: boolean[], title: string) {
  const heard = inputs.map((input, i) => (dropped[i] ? 0 : input));
  const hidden = first.forward(tensor([heard])).relu();
  const outputs = second.forward(hidden).row(0).toList();
  const middle = { name: "middle", weights: first.weight, biases: biases[0] ?? [] };
  const end = { name: "outputs", weights: second.weight, biases: biases[1] ?? [] };
  return network(
    [
      { name: "inputs", labels: names, values: heard, dropped },
      { ...middle, values: hidden.row(0).toList() },
      { ...end, labels: ["leaf", "flower"], values: outputs },
    ],
    { title },
  );
}
const random = new Random(start);
const toss = () => inputs.map(() => random.uniform() < 0.5); // heads or tails
const titles = ["first throw", "second throw", "third throw"];
export default stack(...titles.map((title) => draw(toss(), title)));
