import { stack, tokens } from "@humpty/display";
import { Random } from "@humpty/model";

const child = ["Damian had a X", "a X was hidden", "his secret X slept"]; // X: girl, boy
const guest = ["his Y kept bees", "one Y came often", "he had an Y"]; // Y: aunt, uncle
const orb = ["he owned an orb", "an orb hung there", "the orb was gold"];
const will = ["he wrote a will", "the will was short", "his will was sealed"];
const endings = ["all will belong to", "all was read by"];
const parts = [child, guest, orb, will, endings, "girl boy aunt uncle"];
export const vocabulary = [...new Set(parts.flat().join(" ").split(" "))];
export const length = 20; // words in a sentence: five clauses of four

/** A sentence with the child's clause at `place`, 0 to 3. The answer: 0 for her, 1 for him. */
export function sentence(place: number, random: Random, questions = 1) {
  const [girl, aunt] = [random.integer(2) === 0, random.integer(2) === 0];
  const clauses = random.shuffle([guest, orb, will]).map((ways) => random.pick(ways));
  clauses.splice(place, 0, random.pick(child));
  const question = random.integer(questions); // 0: the child inherits
  const text = [...clauses, endings[question]].join(" ");
  const named = text
    .replace("X", girl ? "girl" : "boy")
    .replace("Y", aunt ? "aunt" : "uncle");
  const words = named.split(" ");
  const ids = words.map((word) => vocabulary.indexOf(word));
  return { words, ids, answer: (question === 0 ? girl : aunt) ? 0 : 1 };
}

const random = new Random(5);
const examples = [0, 1, 2, 3].map((place) => sentence(place, random).words);
const shade = (text: string) => ({ text, weight: /girl|boy/.test(text) ? 1 : 0 });
export default stack(...examples.map((words) => tokens(words.map(shade))));
