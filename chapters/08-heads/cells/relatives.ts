import { table } from "@humpty/display";
import { Random } from "@humpty/model";

const list = "Ada Ben Cleo Dan Eva Finn Gus Hal Ida Jack Kit Lou Max Nan Otto Pia ?";
export const people = list.split(" "); // 16 relatives, and "?"
export const deeds = ["reads", "inherits", "sleeps", "waits", "?"];

/** Four clauses and a question; to be said: who reads, and who inherits. */
export function story(random: Random) {
  const relatives = random.shuffle(people.slice(0, 16).map((_, i) => i));
  const who = [...relatives.slice(0, 4), 16]; // the last one asks
  const what = [...random.shuffle([0, 1, 2, 3]), 4];
  const [reader, heir] = [0, 1].map((deed) => who[what.indexOf(deed)] ?? 16);
  return { who, what, answers: [reader ?? 16, heir ?? 16] };
}
export type Story = ReturnType<typeof story>;
/** Its clauses in words. */
export const clauses = ({ who, what }: Story) =>
  who.map((one, i) => (one === 16 ? "?" : `${people[one]} ${deeds[what[i] ?? 4]}`));

const random = new Random(1);
const told = [1, 2, 3].map(() => {
  const one = story(random);
  const [reader = "", heir = ""] = one.answers.map((answer) => people[answer]);
  return { story: clauses(one).join(", "), reader, heir };
});
export default table(told);
