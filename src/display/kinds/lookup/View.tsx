import { useState } from "preact/hooks";
import type { Lang } from "../../words.ts";
import { formatNumber } from "../kind.ts";
import { columnOf, type LookupDisplay, oneHotOf, rowOf } from "./lookup.ts";
import { lookupWords } from "./words.ts";

/** Lengths in CSS pixels; it is never scaled, and eight columns fit a phone. */
const cell = { width: 34, height: 28, step: 35 };
/** From top to bottom: a caption, the names, the one-hot vector, a caption, the matrix. */
const top = { oneHot: 22, names: 48, caption: 86, matrix: 112 };
const between = 26;

interface Place {
  id: string;
  value: number;
  x: number;
  y: number;
}

/** The matrix, the one-hot vector above its columns, and the column that it picks out. A column is picked by pointing or by keyboard. */
export function LookupView({ display, lang }: { display: LookupDisplay; lang: Lang }) {
  const say = lookupWords[lang];
  const { title, columns, rows } = display;
  const [picked, choose] = useState<{ column: number; of: LookupDisplay }>();
  const [active, read] = useState<number>();
  // A new run starts where its cell says.
  const pick = picked?.of === display ? picked.column : display.pick;
  const name = columns[pick] ?? "";
  const left = (column: number) => 2 + column * cell.step;
  const outX = left(columns.length) + between;
  const width = outX + cell.width + 8;
  const bottom = top.matrix + rows * (cell.height + 1);
  const height = bottom + 22;
  const column = columnOf(display, pick);
  const oneHot = oneHotOf(display, pick);
  const largest = Math.max(...display.matrix.map((one) => Math.abs(one)).filter(Number.isFinite));
  const chip = ({ id, value, x, y }: Place, kind: string) => (
    <g key={id} class={kind} data-level={level(value, largest)}>
      <rect x={x} y={y} width={cell.width} height={cell.height} rx="3" />
      <text x={x + cell.width / 2} y={y + 19} text-anchor="middle">
        {brief(value)}
      </text>
    </g>
  );
  const rowY = (row: number) => top.matrix + row * (cell.height + 1);
  const middle = left(pick) + cell.width / 2;
  const outMiddle = outX + cell.width / 2;
  const sum = active === undefined ? undefined : sumOf(display, oneHot, active);
  return (
    <figure class="d-lookup">
      {title !== undefined && <figcaption>{title}</figcaption>}
      <div class="d-lookup-scroll">
        {/* biome-ignore lint/a11y/useSemanticElements: HTML has no group that can be drawn in SVG */}
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="group"
          aria-label={say.drawing(columns.length, rows, name)}
          onPointerLeave={() => read(undefined)}
        >
          <text class="caption" x="2" y="14">
            {say.oneHot(seen(name))}
          </text>
          <text class="caption" x="2" y={top.caption + 16}>
            {say.matrix} {rows} × {columns.length}
          </text>
          <path class="way" d={wayOut(middle, bottom, outMiddle)} />
          <path class="arrow" d={`M${outMiddle - 5},${bottom + 8}l5,-7l5,7`} />
          {columns.map((one, i) => (
            // biome-ignore lint/a11y/useSemanticElements: HTML's button cannot be drawn in SVG
            <g
              key={i}
              class={i === pick ? "column picked" : "column"}
              data-column={i}
              role="button"
              tabindex={0}
              aria-pressed={i === pick}
              onClick={() => choose({ column: i, of: display })}
              onKeyDown={(event: KeyboardEvent) => {
                if (event.key !== "Enter" && event.key !== " ") return;
                event.preventDefault();
                choose({ column: i, of: display });
              }}
            >
              <rect
                class="frame"
                x={left(i) - 1.5}
                y={top.oneHot - 1.5}
                width={cell.width + 3}
                height={bottom - top.oneHot + 2}
                rx="5"
              />
              <text
                class="one"
                x={left(i) + cell.width / 2}
                y={top.oneHot + 19}
                text-anchor="middle"
              >
                {oneHot[i]}
              </text>
              <text
                class={one.length > 3 ? "name long" : "name"}
                x={left(i) + cell.width / 2}
                y={top.names + 20}
                text-anchor="middle"
              >
                {seen(one)}
              </text>
              {columnOf(display, i).map((value, row) =>
                chip({ id: `${row}`, value, x: left(i), y: rowY(row) }, "number"),
              )}
            </g>
          ))}
          <text
            class="equals"
            x={outX - between / 2}
            y={(top.matrix + bottom) / 2 + 6}
            text-anchor="middle"
          >
            =
          </text>
          <text class="name" x={outMiddle} y={top.caption + 16} text-anchor="middle">
            {seen(name)}
          </text>
          {column.map((value, row) => (
            // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a picture that tells its sum when focused
            <g
              key={row}
              class={row === active ? "out now" : "out"}
              data-out={row}
              role="img"
              tabindex={0}
              aria-label={say.out(row + 1, seen(name), brief(value))}
              onFocus={() => read(row)}
              onClick={() => read(row)}
              onPointerOver={(event) => event.pointerType === "mouse" && read(row)}
            >
              {chip({ id: "out", value, x: outX, y: rowY(row) }, "number")}
            </g>
          ))}
        </svg>
      </div>
      <p class="d-lookup-reading" aria-live="polite">
        {sum ?? <span class="d-lookup-hint">{say.hint}</span>}
      </p>
    </figure>
  );
}

/** A space has a column, too, and must be seen. */
const seen = (name: string) => (name === " " ? "␣" : name);

/** Short enough for a column. */
const brief = (value: number) => formatNumber(value, Math.abs(value) < 9.95 ? 1 : 0);

const sumOf = (display: LookupDisplay, oneHot: readonly number[], row: number): string => {
  const terms = rowOf(display, row).map((one, i) => `${brief(one)}·${oneHot[i]}`);
  const total = rowOf(display, row).reduce((sum, one, i) => sum + one * (oneHot[i] ?? 0), 0);
  return `${terms.join(" + ")} = ${brief(total)}`;
};

/** The step of the color scale, from -10 to 10. */
const level = (value: number, largest: number): number | "none" =>
  !Number.isFinite(value) ? "none" : largest > 0 ? Math.round((value / largest) * 10) + 0 : 0;

/** From below the column, along the bottom, to below what comes out. */
function wayOut(from: number, bottom: number, to: number): string {
  const round = 6;
  const under = bottom + 16;
  return (
    `M${from},${bottom + 2}V${under - round}q0,${round} ${round},${round}` +
    `H${to - round}q${round},0 ${round},${-round}V${bottom + 2}`
  );
}
