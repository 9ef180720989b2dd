import { brand, cut, limits, readArray, readFields, readString } from "../kind.ts";

/** A JavaScript value as a bounded tree. */
export interface ValueDisplay {
  kind: "value";
  node: ValueNode;
}

export interface ValueNode {
  /** What stands for the value in one line: `3`, `"sat"`, `Array(3)`. */
  text: string;
  type: "number" | "string" | "boolean" | "nothing" | "function" | "object" | "error";
  children?: { name: string; node: ValueNode }[];
  /** How many children are left out. */
  more?: number;
}

/** Looks at any value, however hostile, without changing it: getters may throw, objects may be circular or endless. */
export function showValue(value: unknown): ValueDisplay {
  const budget = { nodes: limits.nodes };
  return brand({ kind: "value", node: look(value, budget, new Set(), 0) });
}

type Budget = { nodes: number };

function look(value: unknown, budget: Budget, seen: Set<object>, depth: number): ValueNode {
  budget.nodes--;
  if (typeof value === "string") return { text: JSON.stringify(cut(value, 500)), type: "string" };
  if (typeof value === "number")
    return { text: Object.is(value, -0) ? "−0" : String(value), type: "number" };
  if (typeof value === "bigint") return { text: cut(`${value}n`, 500), type: "number" };
  if (typeof value === "boolean") return { text: String(value), type: "boolean" };
  if (value === undefined || value === null) return { text: String(value), type: "nothing" };
  if (typeof value === "symbol") return { text: cut(String(value), 200), type: "string" };
  try {
    if (typeof value === "function")
      return { text: cut(`function ${String(value.name)}`, 200), type: "function" };
    return lookInto(value, budget, seen, depth);
  } catch (error) {
    return { text: `could not be looked at: ${messageOf(error)}`, type: "error" };
  }
}

function lookInto(value: object, budget: Budget, seen: Set<object>, depth: number): ValueNode {
  if (value instanceof Error)
    return { text: cut(`${value.name}: ${value.message}`, 500), type: "error" };
  if (value instanceof Date) return { text: String(value), type: "object" };
  if (value instanceof RegExp) return { text: String(value), type: "object" };
  const [text, entries, size] = entriesOf(value);
  if (seen.has(value)) return { text: `${text} (circular)`, type: "object" };
  if (depth >= limits.depth || budget.nodes <= 0) return { text: `${text} …`, type: "object" };
  seen.add(value);
  const children: NonNullable<ValueNode["children"]> = [];
  for (const [name, child] of entries) {
    if (children.length >= limits.items || budget.nodes <= 0) break;
    children.push({ name: cut(name, limits.label), node: look(child(), budget, seen, depth + 1) });
  }
  seen.delete(value);
  const more = size - children.length;
  return { text, type: "object", children, ...(more > 0 ? { more } : {}) };
}

type Entry = [name: string, child: () => unknown];

function entriesOf(value: object): [text: string, entries: Iterable<Entry>, size: number] {
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) {
    const list = value as ArrayLike<unknown>;
    return [`${nameOf(value)}(${list.length})`, items(list), list.length];
  }
  if (value instanceof Map) {
    return [`Map(${value.size})`, mapItems(value), value.size];
  }
  if (value instanceof Set) return [`Set(${value.size})`, setItems(value), value.size];
  const keys = Object.keys(value);
  const name = nameOf(value);
  return [name === "Object" ? "{…}" : name, fields(value, keys), keys.length];
}

function* items(list: ArrayLike<unknown>): Iterable<Entry> {
  for (let i = 0; i < list.length; i++) yield [String(i), () => list[i]];
}

function* mapItems(map: Map<unknown, unknown>): Iterable<Entry> {
  for (const [key, child] of map) {
    yield [
      typeof key === "object" ? "{…}" : typeof key === "string" ? key : String(key),
      () => child,
    ];
  }
}

function* setItems(set: Set<unknown>): Iterable<Entry> {
  let i = 0;
  for (const child of set) yield [String(i++), () => child];
}

function* fields(value: object, keys: string[]): Iterable<Entry> {
  for (const key of keys) {
    yield [
      key,
      () => {
        try {
          return (value as Record<string, unknown>)[key];
        } catch (error) {
          return new Error(`reading ${key} failed: ${messageOf(error)}`);
        }
      },
    ];
  }
}

function nameOf(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === "string" && name !== "" ? cut(name, 60) : "Object";
}

const messageOf = (error: unknown): string => {
  try {
    return cut(error instanceof Error ? error.message : String(error), 200);
  } catch {
    return "it cannot be shown";
  }
};

const types = ["number", "string", "boolean", "nothing", "function", "object", "error"] as const;

export function readValue(raw: unknown): ValueDisplay {
  const budget = { nodes: limits.nodes * 2 };
  return { kind: "value", node: readNode(readFields(raw, "value")["node"], budget, 0) };
}

function readNode(raw: unknown, budget: Budget, depth: number): ValueNode {
  if (--budget.nodes < 0 || depth > limits.depth + 1) return { text: "…", type: "object" };
  const { text, type, children, more } = readFields(raw, "value");
  const known = types.find((one) => one === type) ?? "object";
  const node: ValueNode = { text: readString(text, "value", 600), type: known };
  if (children !== undefined) {
    node.children = readArray(children, "value", limits.items, (one) => {
      const child = readFields(one, "value");
      return {
        name: readString(child["name"], "value", limits.label),
        node: readNode(child["node"], budget, depth + 1),
      };
    });
  }
  if (typeof more === "number" && more > 0) node.more = more;
  return node;
}

export function valueToText({ node }: ValueDisplay): string {
  return plain(node, 0);
}

function plain(node: ValueNode, depth: number): string {
  if (!node.children || depth > 3) return node.text;
  const inner = node.children
    .slice(0, 20)
    .map(({ name, node: child }) => `${name}: ${plain(child, depth + 1)}`);
  const left = node.children.length - inner.length + (node.more ?? 0);
  if (left > 0) inner.push(`… ${left} more`);
  return `${node.text} { ${inner.join(", ")} }`;
}
