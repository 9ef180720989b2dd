import { line, stack } from "@humpty/display";
import { looks as without } from "./overfit.ts";
import { practice } from "./practice.ts";
import { Wide } from "./wide.ts";

const dropping = practice(new Wide(0.5), { name: "with dropout" });
export const least = Math.min(...dropping.map(({ unseen }) => unseen));
const last = dropping.at(-1);
export const [end = 0, endPracticed = 0] = [last?.unseen, last?.few];

const x = without.map(({ step }) => step);
/** Both curves, on the lessons that it practices or on unseen ones. */
function curves(set: "few" | "unseen", title: string) {
  const [plain, thinned] = [without, dropping].map((looks) => {
    return { x, y: looks.map((look) => look[set]) };
  });
  const lines = { without: plain ?? [], "with dropout": thinned ?? [] };
  return line(lines, { title, x: "step", y: "how wrong" });
}
export default stack(
  curves("few", "what it practices"),
  curves("unseen", "what it has not seen"),
);
