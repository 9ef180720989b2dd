import type { Lang } from "../../words.ts";
import { formatNumber } from "../kind.ts";
import { type Arrow, type ArrowsDisplay, endsOf } from "./arrows.ts";
import { layout } from "./layout.ts";
import { arrowsWords } from "./words.ts";

type Place = (point: readonly [number, number]) => [number, number];

/** The plane with its lines, and the arrows on it. An arrow of its own has its name at the tip, one of a chain in its middle. */
export function ArrowsView({ display, lang }: { display: ArrowsDisplay; lang: Lang }) {
  const say = arrowsWords[lang];
  const { title, arrows, x, y } = display;
  const { width, height, place, ticks } = layout(display);
  const list = endsOf(display).map(({ name, from, to }) => say.arrow(name, from, to));
  const [left, top] = place([x[0], y[1]]);
  const [right, bottom] = place([x[1], y[0]]);
  const color = (i: number) => 1 + arrows.slice(0, i).filter(({ dashed }) => !dashed).length;
  return (
    <figure class="d-arrows">
      {title !== undefined && <figcaption>{title}</figcaption>}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={say.drawing(list.join(say.comma))}
      >
        {ticks.x.map((one) => {
          const [at] = place([one, 0]);
          return (
            <g key={`x${one}`}>
              <line class={one === 0 ? "axis" : "grid"} x1={at} x2={at} y1={top} y2={bottom} />
              <text class="tick" x={at} y={bottom + 16} text-anchor="middle">
                {formatNumber(one, 1)}
              </text>
            </g>
          );
        })}
        {ticks.y.map((one) => {
          const [, at] = place([0, one]);
          return (
            <g key={`y${one}`}>
              <line class={one === 0 ? "axis" : "grid"} x1={left} x2={right} y1={at} y2={at} />
              <text class="tick" x={left - 5} y={at + 4} text-anchor="end">
                {formatNumber(one, 1)}
              </text>
            </g>
          );
        })}
        {arrows.map((arrow, i) => (
          <Drawn
            key={i}
            {...{ arrow, place, series: ((color(i) - 1) % 6) + 1, alone: isAlone(arrow, arrows) }}
          />
        ))}
      </svg>
    </figure>
  );
}

const meet = (a: readonly number[], b: readonly number[]) => a[0] === b[0] && a[1] === b[1];

/** Whether it starts at the origin, and no other goes on from its tip. */
const isAlone = (arrow: Arrow, all: readonly Arrow[]): boolean =>
  meet(arrow.from, [0, 0]) &&
  !all.some((other) => other !== arrow && !other.dashed && meet(other.from, arrow.to));

function Drawn(parts: { arrow: Arrow; place: Place; series: number; alone: boolean }) {
  const { arrow, place, series, alone } = parts;
  const { name, from, to, dashed } = arrow;
  const [x1, y1] = place(from);
  const [x2, y2] = place(to);
  const length = Math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2);
  // One pixel along the arrow, and one to its side.
  const [ux, uy] = length > 0 ? [(x2 - x1) / length, (y2 - y1) / length] : [0, 0];
  const head = dashed || length < 1 ? 0 : Math.min(11, length);
  const wing = head * 0.42;
  const [bx, by] = [x2 - ux * head, y2 - uy * head];
  const [nx, ny] = alone
    ? [x2 + ux * 13, y2 + uy * 13]
    : [(x1 + x2) / 2 - uy * 15, (y1 + y2) / 2 + ux * 15];
  const anchor = ux > 0.4 ? "start" : ux < -0.4 ? "end" : "middle";
  return (
    <g class={dashed ? "helping" : `series-${series}`}>
      <line class="shaft" {...{ x1, y1 }} x2={dashed ? x2 : bx} y2={dashed ? y2 : by} />
      {head > 0 && (
        <path
          class="head"
          d={`M${x2},${y2}L${bx - uy * wing},${by + ux * wing}L${bx + uy * wing},${by - ux * wing}z`}
        />
      )}
      {name !== "" && (
        <text
          class="name"
          x={nx}
          y={ny + 5}
          text-anchor={alone ? anchor : uy < -0.4 ? "start" : uy > 0.4 ? "end" : "middle"}
        >
          {name}
        </text>
      )}
    </g>
  );
}
