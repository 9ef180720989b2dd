const most = { items: 20, depth: 3, text: 10_000 };

/** A value in one line, for the console: bounded, whatever the value. */
export function inspect(thing: unknown): string {
  try {
    return typeof thing === "string"
      ? thing.slice(0, most.text)
      : inLine(thing, 0, []).slice(0, most.text);
  } catch {
    return "(cannot be shown)";
  }
}

function inLine(thing: unknown, depth: number, above: readonly object[]): string {
  if (typeof thing === "string") return JSON.stringify(thing.slice(0, most.text));
  if (typeof thing === "function") return `${thing.name || "function"}()`;
  if (typeof thing === "bigint") return `${thing}n`;
  if (Object.is(thing, -0)) return "-0";
  if (typeof thing !== "object" || thing === null) return String(thing);
  if (thing instanceof Error) return `${thing.name}: ${thing.message}`;
  if (above.includes(thing)) return "(itself)";
  if (depth === most.depth) return "…";
  const inside = (one: unknown): string => inLine(one, depth + 1, [...above, thing]);
  if (Array.isArray(thing))
    return bounded("[", thing.slice(0, most.items), thing.length, "]", inside);
  if (ArrayBuffer.isView(thing) && "length" in thing) {
    const numbers = thing as unknown as ArrayLike<number> & {
      slice(from: number, to: number): Iterable<number>;
    };
    const name = thing.constructor.name;
    return bounded(`${name} [`, [...numbers.slice(0, most.items)], numbers.length, "]", inside);
  }
  if (thing instanceof Map)
    return bounded(
      "Map {",
      [...take(thing)],
      thing.size,
      "}",
      ([key, value]) => `${inside(key)} → ${inside(value)}`,
    );
  if (thing instanceof Set) return bounded("Set {", [...take(thing)], thing.size, "}", inside);
  const { shape, data } = thing as { shape?: unknown; data?: unknown };
  const name = thing.constructor?.name ?? "";
  if (Array.isArray(shape) && ArrayBuffer.isView(data)) return `${name} ${inside(shape)}`;
  const keys = Object.keys(thing);
  const open = name === "Object" || name === "" ? "{" : `${name} {`;
  return bounded(
    open,
    keys.slice(0, most.items),
    keys.length,
    "}",
    (key) => `${key}: ${inside((thing as Record<string, unknown>)[key])}`,
  );
}

function bounded<Item>(
  open: string,
  items: readonly Item[],
  count: number,
  close: string,
  inside: (item: Item) => string,
): string {
  const more = count > items.length ? [`… ${count - items.length} more`] : [];
  const text = [...items.map(inside), ...more].join(", ");
  const pad = open.endsWith("{") && text !== "" ? " " : "";
  return `${open}${pad}${text}${pad}${close}`;
}

function* take<Item>(items: Iterable<Item>): Generator<Item> {
  let count = 0;
  for (const item of items) {
    if (count++ === most.items) return;
    yield item;
  }
}
