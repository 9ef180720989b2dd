import {
  brand,
  formatNumber,
  limits,
  type Numbers,
  readFields,
  readFloats,
  readOptionalString,
  readStrings,
  toList,
} from "../kind.ts";

/** Labelled bars from zero: probabilities, counts, losses. */
export interface BarsDisplay {
  kind: "bars";
  labels: string[];
  values: Float32Array;
  title?: string;
  /** The label of the bar to bring out. */
  highlight?: string;
  digits: number;
}

export interface BarsOptions {
  title?: string;
  highlight?: string;
  digits?: number;
}

/** Bars for `values`, one for each of `labels`. Throws when there are not as many of both. */
export function bars(
  labels: readonly string[],
  values: Numbers,
  options: BarsOptions = {},
): BarsDisplay {
  const list = toList(values, "bars");
  if (list.length !== labels.length)
    throw new Error(
      `bars: ${labels.length} labels and ${list.length} values: needs as many of both`,
    );
  return brand({
    kind: "bars",
    labels: labels.slice(0, limits.items).map(String),
    values: Float32Array.from(list.slice(0, limits.items)),
    ...(options.title === undefined ? {} : { title: options.title }),
    ...(options.highlight === undefined ? {} : { highlight: options.highlight }),
    digits: options.digits ?? 2,
  });
}

export function readBars(raw: unknown): BarsDisplay {
  const fields = readFields(raw, "bars");
  const labels = readStrings(fields["labels"], "bars");
  const values = readFloats(fields["values"], "bars", limits.items);
  const title = readOptionalString(fields["title"], "bars", limits.label);
  const highlight = readOptionalString(fields["highlight"], "bars", limits.label);
  const digits = fields["digits"];
  return {
    kind: "bars",
    labels: labels.slice(0, values.length),
    values: values.slice(0, labels.length),
    ...(title === undefined ? {} : { title }),
    ...(highlight === undefined ? {} : { highlight }),
    digits: typeof digits === "number" && digits >= 0 && digits <= 10 ? Math.floor(digits) : 2,
  };
}

export function barsToText({ labels, values, title, digits }: BarsDisplay): string {
  const lines = labels.map((label, i) => `${label}: ${formatNumber(values[i] ?? 0, digits)}`);
  return [...(title === undefined ? [] : [title]), ...lines].join("\n");
}
