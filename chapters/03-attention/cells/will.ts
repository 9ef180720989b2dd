import { stack, tokens } from "@humpty/display";
import { Random } from "@humpty/model";

const child = ["Damian had a X", "a X was hidden", "his secret X slept"];
const guest = ["his Y kept bees", "one Y came often", "he had an Y"];
const orb = ["he owned an orb", "an orb hung there", "the orb was gold"];
const will = ["he wrote a will", "the will was short", "his will was sealed"];
const endings = ["all will belong to", "all was read by"];
const parts = [child, guest, orb, will, endings, "girl boy aunt uncle"].flat();
export const vocabulary = [...new Set(parts.join(" ").split(" "))];
export const length = 20; // words in a sentence: five clauses of four

/** A sentence, the child's clause at one of `places` (0 to 3). Answer: 0 her, 1 him. */
export function sentence(places: number[], random: Random, questions = 1) {
  const [girl, aunt] = [random.integer(2) === 0, random.integer(2) === 0];
  const clauses = random.shuffle([guest, orb, will]).map((ways) => random.pick(ways));
  clauses.splice(random.pick(places), 0, random.pick(child));
  const question = random.integer(questions); // 0: the child inherits
  const [x, y] = [girl ? "girl" : "boy", aunt ? "aunt" : "uncle"];
  const text = [...clauses, endings[question]].join(" ");
  const words = text.replace("X", x).replace("Y", y).split(" ");
  return { words, answer: (question === 0 ? girl : aunt) ? 0 : 1 };
}
export const numbers = (words: string[]) => words.map((one) => vocabulary.indexOf(one));

const random = new Random(15);
const examples = [0, 1, 2, 3].map((place) => sentence([place], random).words);
const shade = (text: string) => (/girl|boy/.test(text) ? { text, mark: true } : text);
export default stack(...examples.map((words) => tokens(words.map(shade))));
