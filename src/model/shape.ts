/** The sizes of a tensor's dimensions, outermost first. */
export type Shape = readonly number[];

export const sizeOf = (shape: Shape): number => shape.reduce((product, size) => product * size, 1);

export const showShape = (shape: Shape): string => `[${shape.join(", ")}]`;

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((size, i) => size === b[i]);

/** How far apart neighbors along each dimension lie in the data. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let i = shape.length - 2; i >= 0; i--)
    strides[i] = (strides[i + 1] ?? 1) * (shape[i + 1] ?? 1);
  return strides;
}

/** A dimension counted from the front; −1 is the last. Throws when there is no such dimension. */
export function dimension(dim: number, shape: Shape, what: string): number {
  const at = dim < 0 ? dim + shape.length : dim;
  if (!Number.isInteger(dim) || at < 0 || at >= shape.length)
    throw new Error(`${what}: there is no dimension ${dim} in ${showShape(shape)}`);
  return at;
}

/** A shape around one of its dimensions: `outer` blocks of `size` entries of `inner` numbers. */
export function around(shape: Shape, dim: number, what: string) {
  const at = dimension(dim, shape, what);
  const outer = sizeOf(shape.slice(0, at));
  const inner = sizeOf(shape.slice(at + 1));
  return { at, outer, size: shape[at] ?? 0, inner };
}

/** The shape that two shapes stretch to. Sizes must agree from the back, or be 1. */
export function broadcast(a: Shape, b: Shape, what: string): number[] {
  const rank = Math.max(a.length, b.length);
  const shape: number[] = [];
  for (let i = 0; i < rank; i++) {
    const left = a[a.length - rank + i] ?? 1;
    const right = b[b.length - rank + i] ?? 1;
    if (left !== right && left !== 1 && right !== 1)
      throw new Error(
        `${what}: the shapes ${showShape(a)} and ${showShape(b)} do not fit: counted from the back, sizes must be equal or 1, and ${left} ≠ ${right}`,
      );
    shape.push(left === 1 ? right : left);
  }
  return shape;
}

/** Strides with which `shape` is read when stretched to `to`: 0 where one number serves for all. */
export function stretched(shape: Shape, to: Shape): number[] {
  const own = stridesOf(shape);
  return to.map((_, i) => {
    const at = i - (to.length - shape.length);
    return at < 0 || shape[at] === 1 ? 0 : (own[at] ?? 0);
  });
}

/** For each position of `shape` in order, the offset that `strides` give it. */
export function offsets(shape: Shape, strides: readonly number[]): Int32Array {
  const all = new Int32Array(sizeOf(shape));
  let filled = 1;
  // From the innermost dimension out: each repeats what is filled so far, shifted by its stride.
  for (let d = shape.length - 1; d >= 0; d--) {
    const stride = strides[d] ?? 0;
    for (let i = 1; i < (shape[d] ?? 1); i++) {
      for (let j = 0; j < filled; j++) all[i * filled + j] = (all[j] ?? 0) + i * stride;
    }
    filled *= shape[d] ?? 1;
  }
  return all;
}
