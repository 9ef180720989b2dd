import type { Stage } from "./reading.ts";

interface WireProps {
  d: string;
  thick?: number;
  /** What flows through it, where that is something else than the part that it leads to. */
  of?: Stage;
  /** Whether it runs over other wires, with a little room on both sides. */
  wide?: boolean;
}

/** A wire: what is seen of it, and a wider invisible one that is easy to hit. */
export function Wire({ d, thick, of, wide = false }: WireProps) {
  return (
    <>
      <path class="hit" d={d} />
      {wide && <path class="halo" d={d} />}
      <path class={of ? `wire of-${of}` : "wire"} d={d} stroke-width={thick} />
    </>
  );
}

export const Tip = ({ d, of }: { d: string; of?: Stage }) => (
  <path class={of ? `tip of-${of}` : "tip"} d={d} />
);

/** A small circle in which two wires meet: `·`, `×` or `+`. */
export function Meet({
  at: [x, y],
  sign,
}: {
  at: readonly [number, number];
  sign: "dot" | "times" | "plus";
}) {
  const arm = 3.2;
  return (
    <>
      <circle class="meet" cx={x} cy={y} r="8" />
      {sign === "dot" && <circle class="sign dot" cx={x} cy={y} r="2" />}
      {sign === "times" && (
        <path
          class="sign"
          d={`M${x - arm},${y - arm}l${arm * 2},${arm * 2}m0,${-arm * 2}l${-arm * 2},${arm * 2}`}
        />
      )}
      {sign === "plus" && <path class="sign" d={`M${x - 4},${y}h8m-4,-4v8`} />}
    </>
  );
}
