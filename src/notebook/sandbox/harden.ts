/**
 * What the worker puts out of a cell's reach before any cell runs. Nothing rests on it: the frame's policy and its opaque origin keep a cell
 * in, and the page checks all that comes out. It makes forging harder, and says early what is not there.
 */

const removed = [
  ...["postMessage", "close", "importScripts", "Worker", "SharedWorker", "BroadcastChannel"],
  ...["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "EventSource", "WebTransport"],
  ...["indexedDB", "caches", "cookieStore", "FontFace", "fonts", "Notification"],
];

export function harden(): void {
  for (const name of removed) {
    for (let at: object | null = self; at !== null; at = Object.getPrototypeOf(at)) {
      Reflect.deleteProperty(at, name);
    }
  }
}

const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;

/** What every module stands on. A cell that changes it would change what other cells give. */
const shared: object[] = [
  ...[
    Object,
    Function,
    Array,
    String,
    Number,
    Boolean,
    Symbol,
    Error,
    RangeError,
    TypeError,
    Promise,
  ],
  ...[Map, Set, WeakMap, WeakSet, ArrayBuffer, Float32Array, Float64Array, Int32Array, Uint8Array],
].flatMap((one) => [one, one.prototype as object]);
shared.push(
  Math,
  JSON,
  Reflect,
  EventTarget.prototype,
  MessagePort.prototype,
  Performance.prototype,
);
shared.push(
  getPrototypeOf(Float32Array.prototype) ?? {},
  getPrototypeOf([][Symbol.iterator]()) ?? {},
);
const globals = [
  "Object",
  "Array",
  "Promise",
  "Map",
  "Set",
  "Math",
  "JSON",
  "structuredClone",
  "Blob",
  "URL",
  "console",
];

/** Everything in `shared` and some globals as they stand, flat, so that two can be compared. */
function fingerprint(): unknown[] {
  const parts: unknown[] = [];
  for (let i = 0; i < shared.length; i++) {
    const one = shared[i] as object;
    const keys = ownKeys(one);
    for (let j = 0; j < keys.length; j++) {
      const key = keys[j] as PropertyKey;
      // The runtime asks for longer stacks.
      if (key === "stackTraceLimit") continue;
      const property = getOwnPropertyDescriptor(one, key);
      parts[parts.length] = key;
      parts[parts.length] = property?.value;
      parts[parts.length] = property?.get;
    }
  }
  for (let i = 0; i < globals.length; i++) {
    parts[parts.length] = getOwnPropertyDescriptor(self, globals[i] as string)?.value;
  }
  return parts;
}

/** Gives a function that tells whether what all cells stand on has been changed since. */
export function watchShared(): () => boolean {
  const before = fingerprint();
  // Firefox gives them in an order of its own each time.
  const names = new Set(ownKeys(self));
  const has = names.has.bind(names);
  return () => {
    const after = fingerprint();
    if (after.length !== before.length) return true;
    const keys = ownKeys(self);
    for (let i = 0; i < keys.length; i++) if (!has(keys[i] as string | symbol)) return true;
    for (let i = 0; i < before.length; i++) if (!Object.is(after[i], before[i])) return true;
    return false;
  };
}
