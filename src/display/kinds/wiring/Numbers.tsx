import { type Box, box } from "./layout.ts";
import { short } from "./reading.ts";

interface NumbersProps {
  at: Box;
  numbers: readonly number[];
  /** What the box is called, and where that is written: above its left or right corner, or left of it. */
  label: string;
  side?: keyof typeof sides;
  /** Between 0 and 1: how much of the box is filled, from the left. */
  filled?: number;
}

const sides = { beside: "end", left: "start", right: "end" } as const;

/** A labelled box of numbers, one under the other: a vector, or a single number. */
export function Numbers({ at, numbers, label, side = "beside", filled }: NumbersProps) {
  return (
    <>
      <rect class="box" x={at.x} y={at.y} width={at.width} height={at.height} rx="4" />
      {filled !== undefined && (
        <rect
          class="fill"
          x={at.x}
          y={at.y}
          width={at.width * Math.max(0, Math.min(1, filled || 0))}
          height={at.height}
          rx="4"
        />
      )}
      <text
        class="label"
        x={side === "beside" ? at.x - 5 : side === "left" ? at.x + 1 : at.x + at.width - 1}
        y={side === "beside" ? at.y + at.height / 2 + 4 : at.y - 5}
        text-anchor={sides[side]}
      >
        {label}
      </text>
      {numbers.map((number, i) => (
        <text
          key={i}
          class="number"
          x={numbers.length === 1 && !Number.isFinite(number) ? at.center : at.x + at.width - 3.5}
          y={at.y + box.pad + box.line * i + 12.5}
          text-anchor={numbers.length === 1 && !Number.isFinite(number) ? "middle" : "end"}
        >
          {short(number)}
        </text>
      ))}
    </>
  );
}
