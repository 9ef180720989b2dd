import { bars, choice, stack, text, tokens } from "@humpty/display";
import { tensor } from "@humpty/model";

// All set by hand: a word offers [a child, a guest] and says [her, him].
const people = new Map([
  ["girl", { offers: [1, 0], says: [1, 0] }],
  ["boy", { offers: [1, 0], says: [0, 1] }],
  ["aunt", { offers: [0, 1], says: [1, 0] }],
  ["uncle", { offers: [0, 1], says: [0, 1] }],
]);
const nobody = { offers: [0, 0], says: [0, 0] };

const value = "Damian had a secret child, a girl, and his uncle had an orb";
const start = text("sentence", { value });
const ending = choice("ending", { options: ["All will belong to", "All was read by"] });
const words = `${start} ${ending}`.match(/\p{L}+/gu) ?? [];
const listed = words.map((word) => people.get(word.toLowerCase()) ?? nobody);

// What the last word looks for: "to" a child, "by" a guest.
const asks = tensor([words.at(-1) === "to" ? [6, 0] : [0, 6]]); // [1, 2]
const offers = tensor(listed.map((word) => word.offers)); // [words, 2]
const says = tensor(listed.map((word) => word.says)); // [words, 2]
const weights = asks.matmul(offers.transpose()).softmax(); // [1, words]
const answer = weights.matmul(says).toList(); // her, him

export default stack(
  tokens(words.map((text, i) => ({ text, weight: weights.at(0, i) }))),
  bars(["her", "him"], answer),
);
