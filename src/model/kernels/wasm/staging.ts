import { above, reach, view } from "../memory.ts";
import type { Storage } from "../storage.ts";

/** Where a storage stands for the time of a call. */
export type Address = (storage: Storage) => number;

const after = (address: number, numbers: number): number =>
  Math.ceil((address + numbers * 4) / 64) * 64;

/** Whether all stand in the kernels' memory. */
export const inside = (...all: readonly Storage[]): boolean =>
  all.every(({ offset }) => offset >= 0);

/**
 * Calls `run` with where each storage stands, and with room for `scratch` numbers. What stands on JavaScript's heap is copied into the
 * memory before, and what is written, back after.
 */
export function staged(
  written: readonly Storage[],
  read: readonly Storage[],
  scratch: number,
  run: (at: Address, scratch: number) => void,
): void {
  let end = above();
  const places = new Map<Storage, number>();
  for (const storage of [...written, ...read]) {
    if (storage.offset >= 0 || places.has(storage)) continue;
    places.set(storage, end);
    end = after(end, storage.length);
  }
  reach(after(end, scratch));
  for (const [{ length, array }, at] of places) view(at, length).set(array);
  run((storage) => places.get(storage) ?? storage.offset, end);
  for (const storage of new Set(written)) {
    const at = places.get(storage);
    if (at !== undefined) storage.array.set(view(at, storage.length));
  }
}
