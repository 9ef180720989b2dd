import {
  brand,
  cut,
  formatNumber,
  type Numbers,
  readArray,
  readFields,
  readFloats,
  readOptionalString,
  readString,
  toList,
} from "../kind.ts";

/** Numbers that go through boxes, one after the other, with a way around each or without. */
export interface BoxesDisplay {
  kind: "boxes";
  title?: string;
  /** What goes in. */
  x: Float32Array;
  boxes: Box[];
}

export interface Box {
  name: string;
  /** What comes out of it. */
  out: Float32Array;
  /** Whether what went in is added to what comes out. */
  around: boolean;
}

/** No drawing has more: each box takes the height of a few lines. */
export const most = { boxes: 6, numbers: 5, name: 24 };

/**
 * A drawing of boxes: `x` goes into the first; each `{ name, out, around }` tells what came out, and whether there is a way around it. What goes
 * on is `out`, or the sum of both where there is. Throws where a sum is not possible: sizes must agree.
 */
export function boxes(
  x: Numbers,
  list: readonly { name: string; out: Numbers; around?: boolean }[],
  { title }: { title?: string } = {},
): BoxesDisplay {
  const made = {
    kind: "boxes" as const,
    ...(title === undefined ? {} : { title: cut(String(title), 200) }),
    x: Float32Array.from(toList(x, "boxes")),
    boxes: list.map(({ name, out, around = true }) => ({
      name: cut(String(name), most.name),
      out: Float32Array.from(toList(out, "boxes")),
      around,
    })),
  };
  check(made);
  return brand(made);
}

function check({ x, boxes }: BoxesDisplay): void {
  if (boxes.length < 1 || boxes.length > most.boxes)
    throw new Error(`boxes: 1 to ${most.boxes} boxes can be drawn, got ${boxes.length}`);
  let before = x.length;
  for (const numbers of [x, ...boxes.map(({ out }) => out)])
    if (numbers.length < 1 || numbers.length > most.numbers)
      throw new Error(`boxes: 1 to ${most.numbers} numbers can be drawn, got ${numbers.length}`);
  for (const { name, out, around } of boxes) {
    if (around && out.length !== before)
      throw new Error(
        `boxes: ${before} numbers go around “${name}” and ${out.length} come out: only as many can be added`,
      );
    before = out.length;
  }
}

/** What stands between the boxes: what goes in, and what goes on after each. */
export function between({ x, boxes }: BoxesDisplay): Float32Array[] {
  const all = [x];
  for (const { out, around } of boxes) {
    const before = all.at(-1) ?? x;
    all.push(around ? out.map((one, i) => one + (before[i] ?? 0)) : out);
  }
  return all;
}

export function readBoxes(raw: unknown): BoxesDisplay {
  const { title, x, boxes } = readFields(raw, "boxes");
  const name = readOptionalString(title, "boxes: title", 200);
  const made: BoxesDisplay = {
    kind: "boxes",
    ...(name === undefined ? {} : { title: name }),
    x: readFloats(x, "boxes: x", most.numbers + 1),
    boxes: readArray(boxes, "boxes", most.boxes + 1, (one, at) => {
      const { name, out, around } = readFields(one, at);
      return {
        name: readString(name, at, most.name),
        out: readFloats(out, at, most.numbers + 1),
        around: around === true,
      };
    }),
  };
  check(made);
  return made;
}

export function boxesToText(display: BoxesDisplay): string {
  const write = (numbers: Float32Array) =>
    Array.from(numbers, (one) => formatNumber(one)).join("  ");
  const values = between(display);
  return [
    ...(display.title === undefined ? [] : [display.title]),
    `x: ${write(display.x)}`,
    ...display.boxes.map(({ name, out, around }, i) =>
      around
        ? `+ ${name}: ${write(out)} = ${write(values[i + 1] ?? out)}`
        : `${name}: ${write(out)}`,
    ),
  ].join("\n");
}
