import { stack, tokens } from "@humpty/display";
import { Random } from "@humpty/model";

const child = ["Damian had a X", "a X was hidden", "his X lived far", "his secret X slept"];
const guest = ["his Y kept bees", "one Y came often", "he had an Y", "the Y was old"];
const orb = ["he owned an orb", "an orb hung there", "the orb was gold"];
const will = ["he wrote a will", "the will was short", "his will was sealed"];
const endings = ["all will belong to", "all was read by"];

const everyWord = [child, guest, orb, will, endings, "girl boy aunt uncle"].flat().join(" ");
export const vocabulary = [...new Set(everyWord.split(" "))];
export const length = 20; // words in a sentence: five clauses of four

/** A sentence with its clause about the child at `place`, 0 to 3; answer 0 is her, 1 is him. */
export function sentence(place: number, random: Random, questions = 1) {
  const [isGirl, isAunt] = [random.integer(2) === 0, random.integer(2) === 0];
  const clauses = random.shuffle([guest, orb, will]).map((ways) => random.pick(ways));
  clauses.splice(place, 0, random.pick(child));
  const question = random.integer(questions); // 0: the child inherits, 1: the guest reads
  const text = [...clauses, endings[question]].join(" ");
  const words = text.replace("X", isGirl ? "girl" : "boy").replace("Y", isAunt ? "aunt" : "uncle");
  const ids = words.split(" ").map((word) => vocabulary.indexOf(word));
  const her = question === 0 ? isGirl : isAunt;
  return { words: words.split(" "), ids, answer: her ? 0 : 1 };
}

const random = new Random(5);
const shade = (text: string) => ({ text, weight: /^(girl|boy)$/.test(text) ? 1 : 0 });
export default stack(...[0, 1, 2, 3].map((place) => tokens(sentence(place, random).words.map(shade))));
