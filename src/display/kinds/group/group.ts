import type { Display } from "../../display.ts";
import { brand, readArray, readFields } from "../kind.ts";

/** Several displays, side by side where there is room, or one under the other. */
export interface GroupDisplay {
  kind: "group";
  direction: "row" | "column";
  items: Display[];
}

export const makeGroup = (direction: "row" | "column", items: Display[]): GroupDisplay =>
  brand({ kind: "group", direction, items: items.slice(0, 24) });

export function readGroup(raw: unknown, readItem: (raw: unknown) => Display): GroupDisplay {
  const { direction, items } = readFields(raw, "group");
  return {
    kind: "group",
    direction: direction === "row" ? "row" : "column",
    items: readArray(items, "group", 24, (one) => readItem(one)),
  };
}

export const groupToText = ({ items }: GroupDisplay, toText: (one: Display) => string): string =>
  items.map(toText).join("\n");
