import type { Extent } from "./shown.ts";

/** A shown number: its slice, row and column. */
export interface Cell {
  slice: number;
  row: number;
  column: number;
}

export const sameCell = (a: Cell | undefined, b: Cell): boolean =>
  a?.slice === b.slice && a.row === b.row && a.column === b.column;

/** A new run may have given a smaller tensor: there is a way in all the same. */
export const within = ({ slice, row, column }: Cell, { slices, rows, columns }: Extent): Cell => ({
  slice: Math.max(0, Math.min(slices - 1, slice)),
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
});

export function cellOf(target: EventTarget | null): Cell | undefined {
  const td =
    target instanceof Element ? target.closest<HTMLTableCellElement>("td[data-level]") : null;
  const row = td?.closest("tr");
  const table = td?.closest("table");
  if (!td || !row || !table) return undefined;
  const before = row.querySelectorAll("th").length;
  return {
    slice: Number(table.dataset.slice),
    row: row.sectionRowIndex,
    column: td.cellIndex - before,
  };
}

export const elementOf = (figure: HTMLElement | null, { slice, row, column }: Cell) =>
  figure
    ?.querySelectorAll(`table[data-slice="${slice}"] > tbody > tr`)
    [row]?.querySelectorAll<HTMLElement>("td")[column];

/** Where a key leads within a table; nothing for keys that lead nowhere. */
export function moved({ slice, row, column }: Cell, key: string, shown: Extent): Cell | undefined {
  const to = (row: number, column: number) => within({ slice, row, column }, shown);
  switch (key) {
    case "ArrowLeft":
      return to(row, column - 1);
    case "ArrowRight":
      return to(row, column + 1);
    case "ArrowUp":
      return to(row - 1, column);
    case "ArrowDown":
      return to(row + 1, column);
    case "Home":
      return to(row, 0);
    case "End":
      return to(row, shown.columns - 1);
    default:
      return undefined;
  }
}
