import { Embedding, Linear, type Predictor, Random, rhyme } from "@humpty/model";

export const symbols = [..." abcdefghijklmnopqrstuvwxyz"];
/** A text in small letters and spaces, as numbers: 0 is a space, 1 is a, 2 is b. */
export function numbers(text: string): number[] {
  const small = text.toLowerCase().replace(/\s+/g, " ");
  return [...small.replace(/[^a-z ]/g, "")].map((one) => symbols.indexOf(one));
}
export const spell = (list: readonly number[]) => list.map((i) => symbols[i]).join("");
/** The last 4 characters; spaces where there are fewer. */
export const last4 = (list: readonly number[]) => [0, 0, 0, 0, ...list].slice(-4);

/** Four characters in, a score for each of the 27 symbols out. */
export function nextModel(seed: number) {
  const random = new Random(seed);
  const embed = new Embedding(27, 4, { random });
  const hidden = new Linear(16, 16, { random });
  const output = new Linear(16, 27, { random });
  const parameters = [embed, hidden, output].flatMap((part) => part.parameters());
  const forward = (windows: number[][]) => {
    const x = embed.forward(windows).reshape([windows.length, 16]); // side by side
    return output.forward(hidden.forward(x).relu()); // [windows, 27]
  };
  const scores = (text: string) => forward([last4(numbers(text))]).row(0); // [27]
  const predict: Predictor = (list) => forward([last4(list)]).data.slice();
  return { parameters, forward, scores, predict };
}
export default numbers(rhyme.slice(0, 13)).join(", ");
