import { useState } from "preact/hooks";
import type { Lang } from "../../words.ts";
import { formatNumber } from "../kind.ts";
import { type BoxesDisplay, between } from "./boxes.ts";
import { boxesWords } from "./words.ts";

/** Lengths in CSS pixels; it is never scaled, and fits a phone. */
const chip = { width: 52, height: 28, gap: 6 };
const step = { wire: 20, box: 40, around: 26, plus: 11 };

const row = (count: number): number => count * (chip.width + chip.gap) - chip.gap;

interface Chip {
  id: string;
  value: number;
  x: number;
  y: number;
  from: string[];
  says: string;
}

/** The boxes one under the other, a line around those that have a way around, and live numbers on every wire. */
export function BoxesView({ display, lang }: { display: BoxesDisplay; lang: Lang }) {
  const say = boxesWords[lang];
  const { title, boxes, x } = display;
  const [active, choose] = useState<string>();
  const values = between(display);
  const widest = row(Math.max(...values.map(({ length }) => length)));
  const width = widest + 2 * (step.around + 14);
  const middle = width / 2;
  const chips: Chip[] = [];
  const put = (
    numbers: Float32Array,
    name: string,
    y: number,
    read: (i: number) => Partial<Chip>,
  ) => {
    for (const [i, value] of numbers.entries())
      chips.push({
        ...{ id: `${name}.${i}`, value, y, from: [], says: "" },
        x: middle - row(numbers.length) / 2 + i * (chip.width + chip.gap),
        ...read(i),
      });
  };
  put(x, "0", 1, (i) => ({ says: `${say.enters}: ${formatNumber(x[i] ?? 0)}` }));
  let y = 1 + chip.height;
  const drawn = boxes.map(({ name, out, around }, i) => {
    const top = y;
    const after = values[i + 1] ?? out;
    const box = top + step.wire;
    const outY = box + step.box + step.wire;
    if (around)
      put(out, `${i}.out`, outY, (j) => ({
        says: `${say.outOf(name)}: ${formatNumber(out[j] ?? 0)}`,
      }));
    const plus = outY + chip.height + step.wire;
    const end = around ? plus + step.plus + step.wire : outY;
    put(after, `${i + 1}`, end, (j) => {
      const [a, b] = [values[i]?.[j] ?? 0, out[j] ?? 0];
      return around
        ? {
            from: [`${i}.${j}`, `${i}.out.${j}`],
            says: `${formatNumber(a)} + ${formatNumber(b)} = ${formatNumber(after[j] ?? 0)}`,
          }
        : { says: `${say.outOf(name)}: ${formatNumber(b)}` };
    });
    y = end + chip.height;
    return { name, around, top, box, outY, plus, end, side: row(values[i]?.length ?? 1) / 2 };
  });
  const now = chips.find(({ id }) => id === active);
  const names = boxes.map(({ name }) => `“${name}”`).join(", ");
  return (
    <figure class="d-boxes">
      {title !== undefined && <figcaption>{title}</figcaption>}
      <div class="d-boxes-scroll">
        {/* biome-ignore lint/a11y/useSemanticElements: HTML has no group that can be drawn in SVG */}
        <svg
          class={now ? "active" : undefined}
          viewBox={`0 0 ${width} ${y + 1}`}
          width={width}
          height={y + 1}
          role="group"
          aria-label={say.drawing(names, boxes.filter(({ around }) => around).length)}
          onPointerLeave={() => choose(undefined)}
        >
          {drawn.map(({ name, around, top, box, outY, plus, end, side }, i) => (
            <g key={i}>
              <path
                class="wire"
                d={`M${middle},${top}V${box}M${middle},${box + step.box}V${outY}`}
              />
              <rect class="box" x={middle - 70} y={box} width="140" height={step.box} rx="5" />
              <text class="name" x={middle} y={box + 25} text-anchor="middle">
                {name}
              </text>
              {around && (
                <>
                  <path class="wire" d={`M${middle},${outY + chip.height}V${plus - step.plus}`} />
                  <path class="around" d={wayAround(middle, side, top, plus, width)} />
                  <circle class="plus" cx={middle} cy={plus} r={step.plus} />
                  <path class="sign" d={`M${middle - 5},${plus}h10M${middle},${plus - 5}v10`} />
                  <path class="wire" d={`M${middle},${plus + step.plus}V${end}`} />
                </>
              )}
            </g>
          ))}
          {chips.map(({ id, value, x, y, says }) => (
            // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a picture that tells where it comes from when focused
            <g
              key={id}
              class={`chip ${id.includes("out") ? "out " : ""}${id === active ? "now" : now?.from.includes(id) ? "from" : ""}`}
              data-chip={id}
              role="img"
              tabindex={0}
              aria-label={says}
              onFocus={() => choose(id)}
              onClick={() => choose(id)}
              onPointerOver={(event) => event.pointerType === "mouse" && choose(id)}
            >
              <rect x={x} y={y} width={chip.width} height={chip.height} rx="4" />
              <text x={x + chip.width / 2} y={y + 19} text-anchor="middle">
                {formatNumber(value)}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <p class="d-boxes-reading">{now ? now.says : <span class="d-boxes-hint">{say.hint}</span>}</p>
    </figure>
  );
}

/** From beside the numbers that go in, down the right side, to the plus. */
function wayAround(middle: number, side: number, top: number, plus: number, width: number): string {
  const right = width - 8;
  const start = top - chip.height / 2;
  const round = 8;
  return (
    `M${middle + side + 3},${start}H${right - round}q${round},0 ${round},${round}` +
    `V${plus - round}q0,${round} ${-round},${round}H${middle + step.plus + 2}`
  );
}
