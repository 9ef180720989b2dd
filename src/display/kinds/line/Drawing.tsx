import { height, type Plot, width } from "./plot.ts";

const part = (left: number) => `${Math.round(left * 10) / (width / 100) / 10}%`;

export function Axes({ chart }: { chart: Plot }) {
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
export function Lines({ chart, names }: { chart: Plot; names: readonly string[] }) {
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

export function Cursor({
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

export const Swatch = ({ series }: { series: number }) => (
  <svg class="swatch" width="24" height="8" aria-hidden="true" focusable="false">
    <line class={`line series-${series + 1}`} x1="1" x2="23" y1="4" y2="4" />
  </svg>
);

const most = 14;
const short = (name = "") => (name.length > most ? `${name.slice(0, most - 1)}…` : name);
