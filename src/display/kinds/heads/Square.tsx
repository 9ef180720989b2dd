import { type HeadsDisplay, rowOf, seen } from "./heads.ts";

/** Letters fit beside rows and below columns up to so many; longer tokens are read from the list below. */
const labelled = { tokens: 12, letters: 2 };

interface Props {
  display: HeadsDisplay;
  head: number;
  asks: number;
  causal: boolean;
  label: string;
  onPoint: (asks: number, heard: number) => void;
  onLeave: () => void;
  onPick: (asks: number) => void;
}

/** One head's weights: a row for each token that asks, a column for each that is heard. Lengths are in rows. */
export function Square({ display, head, asks, causal, label, onPoint, onLeave, onPick }: Props) {
  const { tokens } = display;
  const time = tokens.length;
  const rows = tokens.map((_, i) => rowOf(display, head, i));
  const width = (i: number) => (causal ? i + 1 : time);
  const named =
    time <= labelled.tokens && tokens.every((one) => [...one].length <= labelled.letters);
  const margin = named ? 1.1 : 0.1;
  const whole = time + margin + 0.1;
  // From a place in the drawing to a weight: the drawing is scaled as a whole.
  const find = (event: MouseEvent) => {
    const svg = event.currentTarget as SVGSVGElement;
    const { left, top, width: wide, height: high } = svg.getBoundingClientRect();
    const column = Math.floor(((event.clientX - left) / wide) * whole - margin);
    const row = Math.floor(((event.clientY - top) / high) * whole - 0.1);
    return row >= 0 && row < time && column >= 0 && column < width(row)
      ? { row, column }
      : undefined;
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tokens above do the same by keyboard
    <svg
      class="d-heads-square"
      viewBox={`${-margin} -0.1 ${whole} ${whole}`}
      role="img"
      aria-label={label}
      onPointerMove={(event) => {
        const at = find(event);
        if (at) onPoint(at.row, at.column);
        else onLeave();
      }}
      onPointerLeave={onLeave}
      onClick={(event) => {
        const at = find(event);
        if (at) onPick(at.row);
      }}
    >
      <path class="ground" d={rows.map((_, i) => `M0,${i}h${width(i)}v1h${-width(i)}z`).join("")} />
      {[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((level) => {
        const cells = rows.flatMap((row, i) =>
          row.flatMap((weight, j) =>
            Math.round(10 * weight) === level ? `M${j},${i}h1v1h-1z` : [],
          ),
        );
        return cells.length > 0 ? (
          <path key={level} class="weight" data-level={level} d={cells.join("")} />
        ) : null;
      })}
      <rect class="asks" x="0" y={asks} width={width(asks)} height="1" />
      {named &&
        tokens.map((token, i) => (
          <g key={i} class={i === asks ? "label now" : "label"}>
            <text x="-0.25" y={i + 0.78} text-anchor="end">
              {seen(token)}
            </text>
            <text x={i + 0.5} y={time + 0.85} text-anchor="middle">
              {seen(token)}
            </text>
          </g>
        ))}
    </svg>
  );
}
