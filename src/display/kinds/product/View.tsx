import { useState } from "preact/hooks";
import type { Lang } from "../../words.ts";
import { formatNumber } from "../kind.ts";
import { entry, type ProductDisplay, sumOf } from "./product.ts";
import { productWords } from "./words.ts";

/** Lengths in CSS pixels; it is never scaled, and three rows times three columns fit a phone. */
const chip = { width: 46, height: 30, step: 48, down: 32 };
/** About how wide a letter of a name is. */
const letter = 8;
const gap = 26;

/** The first matrix at the left, the second above, their product where both meet. A number of it lights its row and its column. */
export function ProductView({ display, lang }: { display: ProductDisplay; lang: Lang }) {
  const say = productWords[lang];
  const { title, left, right, a, b, rows, inner, columns, rowNames, columnNames } = display;
  const [chosen, choose] = useState<{ row: number; column: number; of: ProductDisplay }>();
  // A new run starts where its cell says.
  const pick = chosen?.of === display ? chosen : display.pick;
  const longest = (list: readonly string[] = []) => Math.max(0, ...list.map((one) => one.length));
  const names = rowNames ? 8 + letter * longest(rowNames) : 0;
  const apart = Math.max(chip.step, letter * longest(columnNames) + 6);
  const top = columnNames ? 44 : 22;
  const x = { a: names + 2, out: names + 2 + inner * chip.step + gap + (apart - chip.step) / 2 };
  const y = { b: top, out: top + inner * chip.down + gap };
  const width = x.out + columns * apart;
  const height = y.out + rows * chip.down;
  const numbers = (
    values: ArrayLike<number>,
    across: number,
    at: { x: number; y: number; step: number },
  ) =>
    Array.from(values, (value, i) => ({
      ...{ value, row: Math.floor(i / across), column: i % across },
      x: at.x + (i % across) * at.step,
      y: at.y + Math.floor(i / across) * chip.down,
    }));
  const out = Array.from({ length: rows * columns }, (_, i) =>
    entry(display, Math.floor(i / columns), i % columns),
  );
  const number = (one: { value: number; x: number; y: number }) => (
    <>
      <rect x={one.x} y={one.y} width={chip.width} height={chip.height} rx="4" />
      <text x={one.x + chip.width / 2} y={one.y + 20} text-anchor="middle">
        {brief(one.value)}
      </text>
    </>
  );
  const rowY = y.out + pick.row * chip.down;
  const columnX = x.out + pick.column * apart;
  return (
    <figure class="d-product">
      {title !== undefined && <figcaption>{title}</figcaption>}
      <div class="d-product-scroll">
        {/* biome-ignore lint/a11y/useSemanticElements: HTML has no group that can be drawn in SVG */}
        <svg
          viewBox={`0 0 ${width} ${height + 2}`}
          width={width}
          height={height + 2}
          role="group"
          aria-label={say.drawing(left, right, rows, inner, columns)}
        >
          <text class="name" x={x.a} y={y.out - 10}>
            {left}
          </text>
          <text class="name" x={x.out - 10} y={y.b + 20} text-anchor="end">
            {right}
          </text>
          <path class="band" d={bandAcross(x.a, rowY, columnX + chip.width)} />
          <path class="band" d={bandDown(columnX, y.b, rowY + chip.height)} />
          {rowNames?.map((name, i) => (
            <text
              key={i}
              class="label"
              x={names - 6}
              y={y.out + i * chip.down + 20}
              text-anchor="end"
            >
              {name}
            </text>
          ))}
          {columnNames?.map((name, i) => (
            <text
              key={i}
              class="label"
              x={x.out + i * apart + chip.width / 2}
              y={y.b - 8}
              text-anchor="middle"
            >
              {name}
            </text>
          ))}
          {numbers(a, inner, { x: x.a, y: y.out, step: chip.step }).map((one, i) => (
            <g key={i} class={one.row === pick.row ? "given lit" : "given"}>
              {number(one)}
            </g>
          ))}
          {numbers(b, columns, { x: x.out, y: y.b, step: apart }).map((one, i) => (
            <g key={i} class={one.column === pick.column ? "given lit" : "given"}>
              {number(one)}
            </g>
          ))}
          {numbers(out, columns, { x: x.out, y: y.out, step: apart }).map((one, i) => {
            const { row, column } = one;
            const light = () => choose({ row, column, of: display });
            return (
              // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a picture that tells its sum when focused
              <g
                key={i}
                class={row === pick.row && column === pick.column ? "out lit" : "out"}
                data-out={`${row},${column}`}
                role="img"
                tabindex={0}
                aria-label={say.entry(row + 1, column + 1, sumOf(display, row, column))}
                onFocus={light}
                onClick={light}
                onPointerOver={(event) => event.pointerType === "mouse" && light()}
              >
                {number(one)}
              </g>
            );
          })}
        </svg>
      </div>
      <p class="d-product-reading">
        {say.lit(
          rowNames?.[pick.row] ?? String(pick.row + 1),
          columnNames?.[pick.column] ?? String(pick.column + 1),
        )}{" "}
        <span>{sumOf(display, pick.row, pick.column)}</span>
      </p>
    </figure>
  );
}

/** Short enough for a chip. */
const brief = (value: number) => formatNumber(value, Math.abs(value) < 99.95 ? 2 : 0);

const round = 7;

/** A band behind a row of the first matrix, on to the number that it makes. */
const bandAcross = (from: number, y: number, to: number): string =>
  `M${from - 3 + round},${y - 3}H${to + 3 - round}q${round},0 ${round},${round}V${y + chip.height + 3 - round}q0,${round} ${-round},${round}H${from - 3 + round}q${-round},0 ${-round},${-round}V${y - 3 + round}q0,${-round} ${round},${-round}z`;

/** A band behind a column of the second matrix, down to the number that it makes. */
const bandDown = (x: number, from: number, to: number): string =>
  `M${x - 3 + round},${from - 3}H${x + chip.width + 3 - round}q${round},0 ${round},${round}V${to + 3 - round}q0,${round} ${-round},${round}H${x - 3 + round}q${-round},0 ${-round},${-round}V${from - 3 + round}q0,${-round} ${round},${-round}z`;
