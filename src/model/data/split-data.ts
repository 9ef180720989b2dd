/**
 * Two parts of a text or a list, one to train on and one held out to test on: the beginning and the rest, uncut otherwise. A list whose order
 * means something (names by the alphabet) should be shuffled before.
 * @param fraction how much of it is for training, more than 0 and less than 1; the cut is rounded down, to a whole character in a text
 * @throws when the first part would be empty
 */
export function splitData(whole: string, fraction?: number): [training: string, heldOut: string];
export function splitData<T>(whole: readonly T[], fraction?: number): [training: T[], heldOut: T[]];
export function splitData(whole: string | readonly unknown[], fraction = 0.9) {
  if (!(fraction > 0 && fraction < 1))
    throw new Error(`splitData: the fraction must lie between 0 and 1, got ${fraction}`);
  let cut = Math.floor(whole.length * fraction);
  if (typeof whole === "string" && whole.codePointAt(cut - 1) !== whole.charCodeAt(cut - 1)) cut--;
  if (cut < 1) {
    const [one, more, few] =
      typeof whole === "string" ? ["character", "characters", "short"] : ["item", "items", "few"];
    const size = whole.length === 1 ? `1 ${one} is` : `${whole.length} ${more} are`;
    throw new Error(
      `splitData: ${size} too ${few} to be split at ${fraction}: a part would be empty`,
    );
  }
  return [whole.slice(0, cut), whole.slice(cut)];
}
