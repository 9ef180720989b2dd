import { useState } from "preact/hooks";
import type { Lang } from "../../words.ts";
import { formatNumber } from "../kind.ts";
import { heightOf, layoutRow, type RowLayout, sizes } from "./layout.ts";
import { meanAndDeviation, type SpreadDisplay, type SpreadRow } from "./spread.ts";
import { spreadWords } from "./words.ts";

/** Rows of numbered dots, each row on its own axis, joined to the row below. */
export function SpreadView({ display, lang }: { display: SpreadDisplay; lang: Lang }) {
  const say = spreadWords[lang];
  const { title, rows } = display;
  const [active, choose] = useState<number>();
  const drawn = rows.map(layoutRow);
  const chain = (i: number) => rows.map(({ values }) => formatNumber(values[i] ?? 0)).join(" → ");
  const now = active === undefined ? undefined : say.dot(active + 1, chain(active));
  return (
    <figure class="d-spread">
      {title !== undefined && <figcaption>{title}</figcaption>}
      {/* biome-ignore lint/a11y/useSemanticElements: HTML has no group that can be drawn in SVG */}
      <svg
        class={now === undefined ? undefined : "active"}
        width="100%"
        height={heightOf(display)}
        role="group"
        aria-label={say.drawing(rows.map((row) => told(row, lang)).join(" "))}
        onPointerLeave={() => choose(undefined)}
      >
        {drawn.map((row, i) => (
          <Axis key={i} row={row} />
        ))}
        {drawn.slice(1).flatMap((row, i) =>
          row.dots.map((to, dot) => {
            const from = drawn[i]?.dots[dot];
            if (from === undefined || to === undefined) return null;
            const [y1, y2] = [(drawn[i]?.y ?? 0) + sizes.radius, row.y - sizes.radius];
            return (
              <line
                key={`${i}.${dot}`}
                class={dot === active ? "join now" : "join"}
                {...{ x1: `${from}%`, x2: `${to}%`, y1, y2 }}
              />
            );
          }),
        )}
        {/* After the lines that join dots, which would cross it. */}
        {drawn.map((row, i) => (
          <Name key={i} row={row} of={rows[i]} lang={lang} />
        ))}
        {drawn.flatMap(({ y, dots }, i) =>
          dots.map((at, dot) =>
            at === undefined ? null : (
              // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a picture that tells its numbers when focused
              <g
                key={`${i}.${dot}`}
                class={dot === active ? "dot now" : "dot"}
                data-dot={`${i}.${dot}`}
                role="img"
                tabindex={i === 0 ? 0 : undefined}
                aria-label={say.dot(dot + 1, chain(dot))}
                onFocus={() => choose(dot)}
                onClick={() => choose(dot)}
                onPointerOver={(event) => event.pointerType === "mouse" && choose(dot)}
              >
                <circle cx={`${at}%`} cy={y} r={sizes.radius} />
                <text x={`${at}%`} y={y + 4.5} text-anchor="middle">
                  {dot + 1}
                </text>
              </g>
            ),
          ),
        )}
      </svg>
      <p class="d-spread-reading">{now ?? <span class="d-spread-hint">{say.hint}</span>}</p>
    </figure>
  );
}

/** A row's name, with M and S. */
function Name({ row, of, lang }: { row: RowLayout; of: SpreadRow | undefined; lang: Lang }) {
  if (!of) return null;
  const say = spreadWords[lang];
  const { mean, deviation } = meanAndDeviation(of.values);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a text cannot be focused; the drawing's label tells it
    <text class="name" x="0" y={row.y - sizes.axis} aria-hidden="true">
      {of.name}
      <tspan class="measured" dx="10">
        {say.mean} = {formatNumber(mean)}, {say.deviation} = {formatNumber(deviation)}
      </tspan>
    </text>
  );
}

/** A row's axis, the band of one S to each side, and M. */
function Axis({ row }: { row: RowLayout }) {
  const { y, ticks, mean, band } = row;
  const half = sizes.radius + 6;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused; the drawing's label tells it all
    <g aria-hidden="true">
      {band && (
        <rect
          class="band"
          x={`${band.from}%`}
          width={`${Math.max(0, band.to - band.from).toFixed(2)}%`}
          y={y - half}
          height={2 * half}
          rx="3"
        />
      )}
      <line class="axis" x1="0" x2="100%" y1={y} y2={y} />
      {ticks.map(({ at, text }) => (
        <g key={text}>
          <line class="axis" x1={`${at}%`} x2={`${at}%`} y1={y} y2={y + half + 2} />
          <text class="tick" x={`${at}%`} y={y + half + 15} text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
      {mean !== undefined && (
        <line class="mean" x1={`${mean}%`} x2={`${mean}%`} y1={y - half - 4} y2={y + half} />
      )}
    </g>
  );
}

function told({ name, values }: SpreadRow, lang: Lang): string {
  const { mean, deviation } = meanAndDeviation(values);
  const list = Array.from(values, (one) => formatNumber(one)).join(" ");
  return spreadWords[lang].row(name, list, formatNumber(mean), formatNumber(deviation));
}
