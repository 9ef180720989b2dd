import { bars, choice, stack, text, tokens } from "@humpty/display";
import { tensor } from "@humpty/model";

// Set by hand, two numbers each. Offers: is it a child? a guest? Says: her? him?
const people: Record<string, { offers: number[]; says: number[] }> = {
  girl: { offers: [1, 0], says: [1, 0] },
  boy: { offers: [1, 0], says: [0, 1] },
  aunt: { offers: [0, 1], says: [1, 0] },
  uncle: { offers: [0, 1], says: [0, 1] },
};
const nobody = { offers: [0, 0], says: [0, 0] };
// The last word looks for something: "to" for a child, "by" for a guest.
const looksFor: Record<string, number[]> = { to: [6, 0], by: [0, 6] };

const start = text("sentence", { value: "Damian had a secret child, a girl, and his uncle had an orb" });
const ending = choice("ending", { options: ["all will belong to", "the will was read by"] });
const words = `${start} ${ending}`.toLowerCase().match(/\p{L}+/gu) ?? [];

const last = looksFor[words.at(-1) ?? ""] ?? [0, 0];
const heard = words.map((word) => people[word] ?? nobody);
const offers = tensor(heard.map((one) => one.offers)); // [words, 2]
const says = tensor(heard.map((one) => one.says)); // [words, 2]
const weights = offers.matmul(tensor([last]).transpose()).transpose().softmax(); // [1, words]
const answer = weights.matmul(says); // [1, 2]

export default stack(
  tokens(words.map((text, i) => ({ text, weight: weights.at(0, i) }))),
  bars(["her", "him"], answer.row(0)),
);
