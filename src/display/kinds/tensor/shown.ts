/** Of a tensor of any size, at most this much is drawn: the rest is said. */
const most = { rows: 64, columns: 64, slices: 8, numbers: 4096 };

export interface Extent {
  slices: number;
  rows: number;
  columns: number;
}

/** A tensor as a list of tables: all of it, and the part that is shown. Rank 1 is a row, rank 0 a single number. */
export function extent(shape: readonly number[]): { all: Extent; shown: Extent } {
  const columns = shape.at(-1) ?? 1;
  const rows = shape.at(-2) ?? 1;
  const slices = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  const shown = { rows: Math.min(rows, most.rows), columns: Math.min(columns, most.columns) };
  const fit = Math.max(1, Math.floor(most.numbers / Math.max(1, shown.rows * shown.columns)));
  return {
    all: { slices, rows, columns },
    shown: { ...shown, slices: Math.min(slices, most.slices, fit) },
  };
}

export const count = ({ slices, rows, columns }: Extent): number => slices * rows * columns;

/**
 * The numbers that are shown, out of all of them or out of a part that was cut to the shown rows and columns before.
 * Throws where there are too few for the shape.
 */
export function crop(shape: readonly number[], data: ArrayLike<number>): Float32Array {
  const { all, shown } = extent(shape);
  const needs = count(shown);
  const [height, width] =
    data.length >= count(all) ? [all.rows, all.columns] : [shown.rows, shown.columns];
  if (data.length < needs)
    throw new Error(
      `tensor: the shape [${shape.join(", ")}] needs ${count(all)} numbers, got ${data.length}`,
    );
  const cropped = new Float32Array(needs);
  let to = 0;
  for (let slice = 0; slice < shown.slices; slice++)
    for (let row = 0; row < shown.rows; row++)
      for (let column = 0; column < shown.columns; column++)
        cropped[to++] = data[(slice * height + row) * width + column] ?? Number.NaN;
  return cropped;
}

/** The place of a shown number in its tensor: `[2, 0]`. */
export function indexOf(
  shape: readonly number[],
  slice: number,
  row: number,
  column: number,
): number[] {
  const index: number[] = [];
  let left = slice;
  for (const size of shape.slice(0, -2).reverse()) {
    index.unshift(left % size);
    left = Math.floor(left / size);
  }
  return [...index, row, column].slice(index.length + 2 - shape.length);
}
