import type { Lang } from "../../words.ts";
import { formatNumber } from "../kind.ts";
import { height, isPlaced, layout } from "./layout.ts";
import type { ScatterDisplay } from "./scatter.ts";
import { scatterWords } from "./words.ts";

/** A map: letters or marks at their places. Groups differ by color and by shape. */
export function ScatterView({ display, lang }: { display: ScatterDisplay; lang: Lang }) {
  const say = scatterWords[lang];
  const { title, groups, points, of } = display;
  const map = layout(points);
  const shown = points.filter(isPlaced);
  const named = groups.filter((name) => name !== "");
  return (
    <figure class="d-scatter">
      {title !== undefined && <figcaption>{title}</figcaption>}
      {named.length > 0 && (
        <ul class="d-scatter-legend">
          {groups.map((name, i) => (
            <li key={name}>
              <svg width="18" height="18" aria-hidden="true" focusable="false">
                <g class={`series-${i + 1}`}>
                  <Mark group={i} x="50%" y={9} />
                </g>
              </svg>{" "}
              {name}
            </li>
          ))}
        </ul>
      )}
      {display.y !== undefined && <div class="d-scatter-axis">↑ {display.y}</div>}
      <div class="d-scatter-plot">
        <svg
          width="100%"
          height={height}
          role="img"
          aria-label={say.drawing(shown.length, named.join(say.comma))}
        >
          <Grid map={map} />
          {shown.map((point, i) => {
            const [left, top] = map.place(point);
            const { text, group } = point;
            return (
              <g key={i} class={`point series-${group + 1}`}>
                {(text === undefined || groups.length > 1) && (
                  <Mark group={group} x={`${left}%`} y={top} large={text !== undefined} />
                )}
                {text !== undefined && (
                  <text class="name" x={`${left}%`} y={top + 5} text-anchor="middle">
                    {seen(text)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      </div>
      {display.x !== undefined && <div class="d-scatter-axis d-scatter-x">{display.x} →</div>}
      {of !== undefined && <p class="d-scatter-axis">{say.of(points.length, of)}</p>}
      <Numbers display={display} lang={lang} />
    </figure>
  );
}

function Grid({ map }: { map: ReturnType<typeof layout> }) {
  return (
    <>
      {map.y.map(({ at, text }) => (
        <g key={text}>
          <line class="grid" x1="0" x2="100%" y1={at} y2={at} />
          <text class="tick" x="-6" y={at + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      {map.x.map(({ at, text }) => (
        <g key={text}>
          <line class="grid" x1={`${at}%`} x2={`${at}%`} y1="0" y2={height} />
          <text class="tick" x={`${at}%`} y={height + 16} text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

/** A circle, a square, a diamond or a dot: color is not the only thing that tells groups apart. */
function Mark({
  group,
  x,
  y,
  large = false,
}: {
  group: number;
  x: string;
  y: number;
  large?: boolean;
}) {
  const size = large ? 10 : 4.5;
  if (group === 0) return <circle class="mark" cx={x} cy={y} r={size} />;
  if (group === 3) return <circle class="mark" cx={x} cy={y} r={size / 2} />;
  // A nested drawing has its corner at the point, whatever the page's width.
  const d =
    group === 1
      ? `M${-size},${-size}h${2 * size}v${2 * size}h${-2 * size}z`
      : `M0,${-size - 1.5}l${size + 1.5},${size + 1.5}l${-size - 1.5},${size + 1.5}l${-size - 1.5},${-size - 1.5}z`;
  return (
    <svg x={x} y={y} overflow="visible" aria-hidden="true">
      <path class="mark" d={d} />
    </svg>
  );
}

const seen = (text: string) => (text === " " ? "␣" : text);

function Numbers({ display, lang }: { display: ScatterDisplay; lang: Lang }) {
  const say = scatterWords[lang];
  const { points, groups } = display;
  const columns = [say.point, say.group, display.x ?? say.x, display.y ?? say.y];
  return (
    <details class="d-scatter-numbers">
      <summary>{say.numbers}</summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a group, not a landmark: a page has many */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div class="d-scatter-scroll" role="group" aria-label={say.numbers} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.slice(0, 40).map(({ text, group, x, y }, i) => (
              <tr key={i}>
                <th scope="row">{text === undefined ? i + 1 : seen(text)}</th>
                <td>{groups[group]}</td>
                <td>{formatNumber(x)}</td>
                <td>{formatNumber(y)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {points.length > 40 && <p>{say.of(40, points.length)}</p>}
      </div>
    </details>
  );
}
