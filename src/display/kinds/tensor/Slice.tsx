import type { ComponentChildren } from "preact";
import { type Cell, sameCell } from "./cells.ts";
import { extent } from "./shown.ts";
import { type TensorDisplay, write } from "./tensor.ts";

interface SliceProps {
  display: TensorDisplay;
  slice: number;
  caption: ComponentChildren;
  digits: number;
  /** The largest finite size among the shown numbers: the end of the color scale. */
  largest: number;
  /** Where Tab enters the table; nowhere in a table whose numbers have no explanation. */
  stop?: Cell | undefined;
  /** The number that is being explained. */
  now?: Cell | undefined;
}

/** One table of numbers: a whole tensor of rank 2 or less, or a slice of a larger one. */
export function Slice({ display, slice, caption, digits, largest, stop, now }: SliceProps) {
  const { shape, data, rows, columns } = display;
  const { shown } = extent(shape);
  const start = slice * shown.rows * shown.columns;
  const places = (length: number) => Array.from({ length }, (_, i) => i);
  return (
    <table data-slice={slice} role={stop && "grid"}>
      <caption>{caption}</caption>
      {shape.length > 0 && (
        <thead>
          <tr>
            {shape.length > 1 && <td class="corner" />}
            {places(shown.columns).map((column) => (
              <th key={column} scope="col" class={columns ? undefined : "place"}>
                {columns?.[column] ?? column}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {places(shown.rows).map((row) => (
          <tr key={row}>
            {shape.length > 1 && (
              <th scope="row" class={rows ? undefined : "place"}>
                {rows?.[row] ?? row}
              </th>
            )}
            {places(shown.columns).map((column) => {
              const value = data[start + row * shown.columns + column] ?? Number.NaN;
              const cell = { slice, row, column };
              return (
                <td
                  key={column}
                  data-level={level(value, largest)}
                  class={sameCell(now, cell) ? "now" : undefined}
                  tabIndex={stop && (sameCell(stop, cell) ? 0 : -1)}
                >
                  {write(value, digits)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The step of the color scale, from -10 to 10; nothing for what is not a number, or masked. */
function level(value: number, largest: number): number | "none" {
  if (value === Infinity) return 10;
  if (!Number.isFinite(value)) return "none";
  return largest > 0 ? Math.round((value / largest) * 10) + 0 : 0;
}
