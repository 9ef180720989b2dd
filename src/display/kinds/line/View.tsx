import { useMemo, useRef, useState } from "preact/hooks";
import type { Lang } from "../../words.ts";
import { formatNumber } from "../kind.ts";
import { Axes, Cursor, Lines, Swatch } from "./Drawing.tsx";
import type { LineDisplay } from "./line.ts";
import { height, plot, width } from "./plot.ts";
import { allX, moved, nearest, valueAt } from "./reading.ts";
import { LineTable } from "./Table.tsx";
import { lineWords } from "./words.ts";

/** A line chart. The pointer or the arrow keys read its values, below the chart in room that is always kept. */
export function LineView({ display, lang }: { display: LineDisplay; lang: Lang }) {
  const say = lineWords[lang];
  const { title, series } = display;
  const chart = useMemo(() => plot(series), [series]);
  const xs = useMemo(() => allX(series), [series]);
  const [place, read] = useState<number>();
  const drawing = useRef<SVGSVGElement>(null);
  const x = place === undefined ? undefined : xs[Math.min(place, xs.length - 1)];
  const names = series.map(({ name }) => name);

  const onPointer = ({ clientX }: PointerEvent) => {
    const box = drawing.current?.getBoundingClientRect();
    if (!box || box.width === 0 || xs.length === 0) return;
    const wanted = chart.xAt(((clientX - box.left) / box.width) * width);
    read(nearest(xs, wanted));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(place, event.key, xs.length);
    if (next === place) return;
    event.preventDefault();
    read(next);
  };
  const values = x === undefined ? [] : series.map((one) => valueAt(one, x));
  const said =
    x === undefined
      ? ""
      : [
          say.at(display.x ?? say.x, formatNumber(x, 3)),
          ...names.map((name, i) => `${name} ${brief(values[i], say.none)}`),
        ].join(say.comma);

  return (
    <figure class="d-line">
      {title !== undefined && <figcaption>{title}</figcaption>}
      {(series.length > 1 || (series.length === 1 && display.y === undefined)) && (
        <ul class="d-line-legend">
          {names.map((name, i) => (
            <li key={name}>
              <Swatch series={i} /> {name} <b>{x !== undefined && brief(values[i], say.none)}</b>
            </li>
          ))}
        </ul>
      )}
      {display.y !== undefined && <div class="d-line-y">{display.y}</div>}
      <div
        class="d-line-plot"
        data-names={series.length > 1 ? room(names) : "none"}
        role="slider"
        tabIndex={0}
        aria-label={`${say.chart(title ?? names.join(say.comma))}. ${say.read}`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, xs.length - 1)}
        aria-valuenow={place ?? 0}
        aria-valuetext={said || say.read}
        onKeyDown={onKeyDown}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={(event) => event.pointerType === "mouse" && read(undefined)}
      >
        <svg ref={drawing} width="100%" height={height} aria-hidden="true" focusable="false">
          <Axes chart={chart} />
          <Lines chart={chart} names={series.length > 1 ? names : []} />
          {xs.length === 0 && (
            <text class="empty" x="50%" y={height / 2} text-anchor="middle">
              {say.empty}
            </text>
          )}
          {x !== undefined && <Cursor chart={chart} x={x} values={values} />}
        </svg>
      </div>
      <div class="d-line-foot">
        <p class="d-line-reading" aria-hidden="true">
          {x !== undefined && say.at(display.x ?? say.x, formatNumber(x, 3))}
          {x !== undefined && series.length === 1 && display.y !== undefined && (
            <>
              {say.comma}
              {names[0]} <b>{brief(values[0], say.none)}</b>
            </>
          )}
        </p>
        {display.x !== undefined && <div class="d-line-x">{display.x}</div>}
      </div>
      <LineTable display={display} lang={lang} />
    </figure>
  );
}

/** How much room the names at the lines' ends need. */
function room(names: readonly string[]): "short" | "medium" | "long" {
  const longest = Math.max(...names.map((name) => name.length));
  return longest <= 5 ? "short" : longest <= 9 ? "medium" : "long";
}

const brief = (value: number | undefined, none: string) =>
  value === undefined ? none : formatNumber(value, 3);
