import type { Branch } from "./tree.ts";

/** A chance for people: two digits that say something, however small it is. */
export function chance(value: number): string {
  if (!Number.isFinite(value)) return "?";
  if (value === 0) return "0";
  if (value < 1e-6) return value.toExponential(1).replace("-", "−");
  if (value < 0.1) return String(Number(value.toPrecision(2)));
  return value.toFixed(2);
}

/** As short as it must be to stand in a box. */
export const brief = (value: number): string =>
  value > 0 && value < 0.005 ? "<.01" : value.toFixed(2);

/** What stands for a token in a box: spaces and line ends can be seen. */
export const shown = (token: string): string =>
  token.replace(/ /g, "·").replace(/\n/g, "⏎").replace(/\t/g, "⇥") || "∅";

/** The text that a path from the root spells. */
export const textOf = (path: readonly Branch[]): string => path.map(({ token }) => token).join("");

/** How likely a whole path is: the product of its chances. */
export const pathOf = (path: readonly Branch[]): number =>
  path.reduce((product, { probability }) => product * (probability ?? 1), 1);

/** The product written out: `0.21 × 0.18 = 0.038`. */
export function productOf(path: readonly Branch[]): string {
  const factors = path.flatMap(({ probability }) =>
    probability === undefined ? [] : [chance(probability)],
  );
  if (factors.length < 2) return factors.join();
  return `${factors.join(" × ")} = ${chance(pathOf(path))}`;
}
