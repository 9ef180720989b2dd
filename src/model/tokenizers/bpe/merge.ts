import { Heap } from "../heap.ts";

/** Room for the position of a token within a piece, beside its rank, in a number that stays exact. */
const positions = 0x80000000;

/**
 * Byte-pair encoding of one piece: as long as neighbours have a merge, the earliest learned of these merges is done, of equals the leftmost
 * (Sennrich et al. 2016). The piece is a linked list and a heap knows the next merge, so that a piece of n tokens takes n log n steps.
 * @param tokens the piece's bytes, as tokens
 * @param merged the token that two neighbours become, if any; the earlier learned, the smaller
 */
export function mergePiece(
  tokens: readonly number[],
  merged: (left: number, right: number) => number | undefined,
): number[] {
  const ids: (number | undefined)[] = [...tokens];
  const next = Array.from(tokens, (_, i) => i + 1);
  const previous = Array.from(tokens, (_, i) => i - 1);
  const heap = new Heap<number>((a, b) => a < b);
  const pairAt = (i: number) => {
    const [left, right] = [ids[i], ids[next[i] ?? -1]];
    return left === undefined || right === undefined ? undefined : merged(left, right);
  };
  const watch = (i: number) => {
    const token = pairAt(i);
    if (token !== undefined) heap.add(token * positions + i);
  };
  for (let i = 0; i + 1 < tokens.length; i++) watch(i);

  for (let first = heap.take(); first !== undefined; first = heap.take()) {
    const i = first % positions;
    const token = (first - i) / positions;
    if (pairAt(i) !== token) continue; // One of the two has been merged with another meanwhile.
    const gone = next[i] ?? 0;
    const after = next[gone] ?? 0;
    ids[i] = token;
    ids[gone] = undefined;
    next[i] = after;
    if (after < ids.length) previous[after] = i;
    watch(i);
    const before = previous[i] ?? -1;
    if (before >= 0) watch(before);
  }
  return ids.filter((id) => id !== undefined);
}
