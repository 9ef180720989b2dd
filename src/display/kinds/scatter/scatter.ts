import {
  brand,
  cut,
  formatNumber,
  limits,
  readArray,
  readFields,
  readNumber,
  readOptionalString,
  readString,
  readStrings,
} from "../kind.ts";

/** Points on a plane, each a mark or a short text: a map of what is near what. */
export interface ScatterDisplay {
  kind: "scatter";
  title?: string;
  /** What the axes measure. */
  x?: string;
  y?: string;
  /** The names of the groups; a point has the place of its own. */
  groups: string[];
  points: Point[];
  /** How many points there were, where fewer are kept. */
  of?: number;
}

export interface Point {
  x: number;
  y: number;
  text?: string;
  group: number;
}

/** No map has more: there are as many colors, and a page has no more room. */
export const most = { points: 400, groups: 4, text: 12 };

/**
 * A map of points, each with a place and, if it has one, a short text and the name of its group.
 * Throws where there are more than 4 groups.
 */
export function scatter(
  points: readonly { x: number; y: number; text?: string; group?: string }[],
  { title, x, y }: { title?: string; x?: string; y?: string } = {},
): ScatterDisplay {
  const groups = [...new Set(points.map(({ group }) => group ?? ""))];
  if (groups.length > most.groups)
    throw new Error(
      `scatter: at most ${most.groups} groups can be told apart, got ${groups.length}`,
    );
  return brand({
    kind: "scatter" as const,
    ...labels({ title, x, y }),
    groups: groups.map((name) => cut(String(name), limits.label)),
    points: points.slice(0, most.points).map(({ x, y, text, group = "" }) => ({
      ...{ x: Number(x), y: Number(y), group: groups.indexOf(group) },
      ...(text === undefined ? {} : { text: String(text).slice(0, most.text) }),
    })),
    ...(points.length > most.points ? { of: points.length } : {}),
  });
}

type Labels = Pick<ScatterDisplay, "title" | "x" | "y">;

function labels(given: { [K in keyof Labels]: Labels[K] | undefined }): Labels {
  const said = Object.entries(given).filter(([, text]) => text !== undefined);
  return Object.fromEntries(said.map(([name, text]) => [name, cut(String(text), limits.label)]));
}

export function readScatter(raw: unknown): ScatterDisplay {
  const { title, x, y, groups: rawGroups, points, of } = readFields(raw, "scatter");
  const groups = readStrings(rawGroups, "scatter: groups", most.groups);
  return {
    kind: "scatter",
    ...labels({
      title: readOptionalString(title, "scatter: title"),
      x: readOptionalString(x, "scatter: x"),
      y: readOptionalString(y, "scatter: y"),
    }),
    groups,
    points: readArray(points, "scatter: points", most.points, (one, what) => {
      const { x, y, text, group } = readFields(one, what);
      const place = readNumber(group, what);
      if (groups[place] === undefined)
        throw new Error(`${what}: there is no group ${place} of ${groups.length}`);
      return {
        ...{ x: readNumber(x, what), y: readNumber(y, what), group: place },
        ...(text === undefined ? {} : { text: readString(text, what).slice(0, most.text) }),
      };
    }),
    ...(of === undefined ? {} : { of: readNumber(of, "scatter: of") }),
  };
}

export function scatterToText({ title, groups, points, of }: ScatterDisplay): string {
  const places = points.slice(0, 40).map(({ x, y, text, group }) => {
    const name = text ?? groups[group] ?? "";
    return `${name} (${formatNumber(x)}, ${formatNumber(y)})`;
  });
  const more = (of ?? points.length) - places.length;
  return [
    ...(title === undefined ? [] : [title]),
    `${places.join("  ")}${more > 0 ? `  … ${more} more` : ""}`,
  ].join("\n");
}
