import type { Trace, TraceNode } from "../../../model/explain.ts";
import {
  limits,
  readArray,
  readFields,
  readFloats,
  readNumber,
  readOptionalString,
  readShape,
  readString,
} from "../kind.ts";

const most = { nodes: 200, numbers: 20_000, inputs: 200, attributes: 16 };

/** A trace from data of unknown origin: checked, so that explaining never reaches outside of it. Throws where it is not one. */
export function readTrace(raw: unknown): Trace {
  let left = most.numbers;
  const nodes: TraceNode[] = [];
  const { nodes: list } = readFields(raw, "trace");
  readArray(list, "trace", most.nodes, (one, at) => {
    const {
      op,
      shape: rawShape,
      data: rawData,
      inputs,
      name: rawName,
      attributes,
    } = readFields(one, at);
    const shape = readShape(rawShape, at);
    const size = shape.reduce((product, length) => product * length, 1);
    // One dimension alone may be endless where another is 0.
    if (size > left || shape.some((length) => length > most.numbers))
      throw new Error(`${at}: more numbers than a trace may hold`);
    left -= size;
    const data = readFloats(rawData, at, size);
    if (data.length !== size)
      throw new Error(`${at}: the shape needs ${size} numbers, got ${data.length}`);
    const name = readOptionalString(rawName, at, limits.label);
    nodes.push({
      op: readString(op, at, limits.label),
      shape,
      data,
      inputs: readArray(inputs, at, most.inputs, (input) => readInput(input, nodes.length, at)),
      ...(name === undefined ? {} : { name }),
      ...(attributes === undefined ? {} : { attributes: readAttributes(attributes, at) }),
    });
  });
  if (nodes.length === 0) throw new Error("trace: expected nodes");
  return { nodes };
}

/** Inputs come before what is made of them: a trace has no circles. */
function readInput(raw: unknown, before: number, what: string): number {
  const input = readNumber(raw, what);
  if (!Number.isInteger(input) || input < 0 || input >= before)
    throw new Error(`${what}: expected an earlier node, got ${input}`);
  return input;
}

/** Attributes are numbers, texts, truth values, or lists of numbers: nothing else passes. */
function readAttributes(raw: unknown, what: string): Record<string, unknown> {
  const attributes: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(readFields(raw, what)).slice(0, most.attributes)) {
    if (typeof value === "number" || typeof value === "boolean") attributes[name] = value;
    else if (typeof value === "string") attributes[name] = readString(value, what, limits.label);
    else if (value instanceof Float32Array) attributes[name] = value.slice(0, most.numbers);
    else if (Array.isArray(value))
      attributes[name] = readArray(value, what, most.numbers, readNumber);
  }
  return attributes;
}
