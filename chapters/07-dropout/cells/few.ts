import { table } from "@humpty/display";
import { practiced, unseen } from "../../05-residual/cells/letters.ts";

/** As many lessons as about 140 names have. */
export const few = practiced.slice(0, 1000);
/** From names that are neither practiced nor in the test: to choose by. */
export const toChoose = practiced.slice(-1000);
/** All that may be practiced. */
export const all = practiced.slice(0, -1000);

export const practice = few.length;
export default table([
  { lessons: "few", how: few.length, for: "practice" },
  { lessons: "toChoose", how: toChoose.length, for: "choosing, and nothing else" },
  { lessons: "unseen", how: unseen.length, for: "the last test" },
  { lessons: "all", how: all.length, for: "practice, when there is plenty" },
]);
