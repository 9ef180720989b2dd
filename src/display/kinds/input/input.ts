import {
  brand,
  cut,
  type Fields,
  formatSize,
  limits,
  readFields,
  readOptionalString,
  readString,
  readStrings,
} from "../kind.ts";

/** A control that a cell asks for; its value is what the cell gets. */
export type InputDisplay = {
  kind: "input";
  name: string;
  /** Where the cell has it at first. */
  initial?: number | string | boolean;
} & (
  | { control: "slider"; min: number; max: number; step: number; value: number }
  | { control: "choice"; options: string[]; value: string }
  | { control: "toggle"; value: boolean }
  | { control: "text"; value: string; placeholder?: string }
  /** Its value tells which file was chosen; the file itself is the host's to give. */
  | { control: "file"; value: string; accept?: string; paste?: boolean }
);

/** Where a control stands. An empty text is no file. */
export type InputValue = number | string | boolean | File;

export const makeInput = (input: InputDisplay): InputDisplay => brand(input);

/** The control with another value, brought within what it allows; its own where `value` is of another type. */
export function withValue(input: InputDisplay, value: unknown): InputDisplay {
  if (input.control === "slider" && typeof value === "number" && Number.isFinite(value)) {
    return { ...input, value: Math.min(input.max, Math.max(input.min, value)) };
  }
  if (input.control === "choice" && typeof value === "string" && input.options.includes(value)) {
    return { ...input, value };
  }
  if (input.control === "toggle" && typeof value === "boolean") return { ...input, value };
  if (input.control === "text" && typeof value === "string")
    return { ...input, value: value.slice(0, limits.text) };
  if (input.control === "file" && value === "") return { ...input, value };
  if (input.control === "file" && value instanceof File)
    return { ...input, value: cut(`${value.name}, ${formatSize(value.size)}`, limits.label) };
  return input;
}

export function readInput(raw: unknown): InputDisplay {
  const fields = readFields(raw, "input");
  const input = readControl(fields);
  if (fields["initial"] === undefined) return input;
  // What it may be at first is what it may be at all.
  return { ...input, initial: withValue(input, fields["initial"]).value };
}

function readControl(fields: Fields): InputDisplay {
  const kind = "input";
  const name = readString(fields["name"], "input", limits.label);
  switch (fields["control"]) {
    case "slider": {
      const [min, max, step, value] = ["min", "max", "step", "value"].map((one) =>
        finite(fields[one]),
      );
      return {
        kind,
        name,
        control: "slider",
        min: min ?? 0,
        max: max ?? 1,
        step: step ?? 1,
        value: value ?? 0,
      };
    }
    case "choice": {
      const options = readStrings(fields["options"], "input");
      return {
        kind,
        name,
        control: "choice",
        options,
        value: readString(fields["value"], "input", limits.label),
      };
    }
    case "toggle":
      return { kind, name, control: "toggle", value: fields["value"] === true };
    case "text": {
      const placeholder = readOptionalString(fields["placeholder"], "input", limits.label);
      const value = readString(fields["value"], "input");
      return {
        kind,
        name,
        control: "text",
        value,
        ...(placeholder === undefined ? {} : { placeholder }),
      };
    }
    case "file": {
      const accept = readOptionalString(fields["accept"], "input", limits.label);
      return {
        ...{ kind, name, control: "file", value: readString(fields["value"], "input") },
        ...(accept === undefined ? {} : { accept }),
        ...(fields["paste"] === true ? { paste: true } : {}),
      };
    }
    default:
      throw new Error("input: expected a slider, a choice, a toggle, a text or a file");
  }
}

function finite(raw: unknown): number {
  if (typeof raw !== "number" || !Number.isFinite(raw))
    throw new Error("input: expected a finite number");
  return raw;
}

export const inputToText = (input: InputDisplay): string =>
  `${input.name} = ${String(input.value) || "none"}`;
