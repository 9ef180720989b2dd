import { Random } from "../random.ts";
import { Tensor } from "../tensor.ts";

/**
 * All generators of random numbers in the fields of objects, of their fields, of lists and maps in them, each once, in the order of the fields. Those
 * that closures and fields with # keep to themselves are not found.
 */
export function randomsOf(...roots: readonly unknown[]): Random[] {
  const found: Random[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (value instanceof Random) found.push(value);
    else if (value instanceof Tensor || ArrayBuffer.isView(value)) return;
    else if (value instanceof Map || value instanceof Set)
      for (const one of value.values()) visit(one);
    // A list of numbers, such as a text's tokens, is not gone through.
    else if (!Array.isArray(value) || typeof value[0] === "object")
      for (const one of Object.values(value)) visit(one);
  };
  for (const root of roots) visit(root);
  return found;
}

/** Runs something, and then lets each generator go on from where it stood before. */
export function keepingRandoms<T>(randoms: readonly Random[], run: () => T): T {
  const states = randoms.map(({ state }) => state);
  try {
    return run();
  } finally {
    for (const [i, random] of randoms.entries()) random.state = states[i] ?? 0;
  }
}
