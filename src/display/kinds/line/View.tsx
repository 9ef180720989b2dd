import { useMemo, useRef, useState } from "preact/hooks";
import type { Lang } from "../../words.ts";
import { formatNumber } from "../kind.ts";
import type { LineDisplay, Series } from "./line.ts";
import { height, type Plot, plot, width } from "./plot.ts";
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
      {series.length > 1 && (
        <ul class="d-line-legend">
          {names.map((name, i) => (
            <li key={name}>
              <Swatch series={i} /> {name}
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
      {display.x !== undefined && <div class="d-line-x">{display.x}</div>}
      <p class="d-line-reading" aria-hidden="true">
        {x !== undefined && (
          <>
            <span>{say.at(display.x ?? say.x, formatNumber(x, 3))}</span>
            {names.map((name, i) => (
              <span key={name}>
                <Swatch series={i} /> {name} <b>{brief(values[i], say.none)}</b>
              </span>
            ))}
          </>
        )}
      </p>
      <LineTable display={display} lang={lang} />
    </figure>
  );
}

const part = (left: number) => `${Math.round(left * 10) / (width / 100) / 10}%`;

function Axes({ chart }: { chart: Plot }) {
  return (
    <>
      {chart.y.map(({ at, text }) => (
        <g key={text}>
          <line class="grid" x1="0" x2="100%" y1={at} y2={at} />
          <text class="tick" x="-8" y={at + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      {chart.zero !== undefined && (
        <line class="axis" x1="0" x2="100%" y1={chart.zero} y2={chart.zero} />
      )}
      <line class="axis" x1="0" x2="100%" y1={height} y2={height} />
      {chart.x.map(({ at, text }) => (
        <g key={text}>
          <line class="axis" x1={part(at)} x2={part(at)} y1={height} y2={height + 5} />
          <text class="tick" x={part(at)} y={height + 19} text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

/** The lines stretch with the page, their thickness and dashes do not. */
function Lines({ chart, names }: { chart: Plot; names: readonly string[] }) {
  return (
    <>
      <svg
        aria-hidden="true"
        width="100%"
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
      >
        {chart.lines.map(({ path }, i) => (
          <path
            key={i}
            class={`line series-${i + 1}`}
            d={path}
            vector-effect="non-scaling-stroke"
          />
        ))}
      </svg>
      {chart.lines.map(({ dots, end, label }, i) => (
        <g key={i} class={`series-${i + 1}`}>
          {dots.map(([left, top]) => (
            <circle key={left} class="dot" cx={part(left)} cy={top} r="3" />
          ))}
          {end && names[i] !== undefined && (
            <text class="name" x={part(end[0])} dx="8" y={label + 4}>
              {short(names[i])}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

function Cursor({
  chart,
  x,
  values,
}: {
  chart: Plot;
  x: number;
  values: readonly (number | undefined)[];
}) {
  const [left] = chart.place(x, 0);
  return (
    <>
      <line class="cursor" x1={part(left)} x2={part(left)} y1="0" y2={height} />
      {values.map(
        (value, i) =>
          value !== undefined &&
          Number.isFinite(value) && (
            <circle
              key={i}
              class={`dot series-${i + 1}`}
              cx={part(left)}
              cy={chart.place(x, value)[1]}
              r="4"
            />
          ),
      )}
    </>
  );
}

const Swatch = ({ series }: { series: number }) => (
  <svg class="swatch" width="24" height="8" aria-hidden="true" focusable="false">
    <line class={`line series-${series + 1}`} x1="1" x2="23" y1="4" y2="4" />
  </svg>
);

const most = 14;
const short = (name = "") => (name.length > most ? `${name.slice(0, most - 1)}…` : name);

/** How much room the names at the lines' ends need. */
function room(names: readonly string[]): "short" | "medium" | "long" {
  const longest = Math.max(...names.map((name) => name.length));
  return longest <= 5 ? "short" : longest <= 9 ? "medium" : "long";
}

const brief = (value: number | undefined, none: string) =>
  value === undefined ? none : formatNumber(value, 3);

/** Every x at which some line has a point, in order. */
const allX = (series: readonly Series[]) =>
  [...new Set(series.flatMap(({ x }) => x.filter(Number.isFinite)))].sort((a, b) => a - b);

function valueAt({ x, y }: Series, at: number): number | undefined {
  const place = x.indexOf(at);
  return place < 0 ? undefined : y[place];
}

function nearest(xs: readonly number[], wanted: number): number {
  let best = 0;
  for (let i = 1; i < xs.length; i++)
    if (Math.abs((xs[i] ?? 0) - wanted) < Math.abs((xs[best] ?? 0) - wanted)) best = i;
  return best;
}

/** Where a key leads; the same place for keys that lead nowhere, none for Escape. */
function moved(place: number | undefined, key: string, count: number): number | undefined {
  if (count === 0) return place;
  const to = (next: number) => Math.max(0, Math.min(count - 1, next));
  const page = Math.max(1, Math.round(count / 10));
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: page,
    PageDown: -page,
  };
  if (key === "Escape") return undefined;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = steps[key];
  if (step === undefined) return place;
  return place === undefined ? (step > 0 ? 0 : count - 1) : to(place + step);
}
