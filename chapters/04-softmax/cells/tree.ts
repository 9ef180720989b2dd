import { type BranchParts, choice, text, tree } from "@humpty/display";
import { type Continuation, chances, continuations } from "@humpty/model";
import { numbers, spell } from "./next.ts";
import { grown, young } from "./train.ts";

const practice = choice("practiced", { options: ["25 steps", "300 steps"] });
const { predict } = practice === "25 steps" ? young : grown;
const start = text("beginning", { value: "humpty d" });
const width = Number(choice("branches", { options: ["1", "2", "3"], value: "2" }));

/** What the package found, with letters for numbers. */
const named = ({ token, probability, children }: Continuation): BranchParts => {
  return { token: spell([token]), probability, children: children.map(named) };
};
const ways = continuations(predict, numbers(start), { depth: 3, width });
export default tree({ token: start, children: ways.map(named) });

/** How likely “humpty d” goes on in some way: the product along it. */
function chanceOf(continuation: string) {
  let [text, product] = [numbers("humpty d"), 1];
  for (const next of numbers(continuation)) {
    product *= chances(young.predict(text))[next] ?? 0;
    text = [...text, next];
  }
  return product;
}
export const [right = 0, greedily = 0] = ["umpty", "uumtt"].map(chanceOf);
export const times = right / greedily;
