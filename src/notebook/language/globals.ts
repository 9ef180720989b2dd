/** What a cell finds without an import, besides JavaScript itself: the sandbox has no document and no network. */
export const globals = `
interface Console {
  /** Prints under the cell's output. */
  log(...things: unknown[]): void;
  info(...things: unknown[]): void;
  warn(...things: unknown[]): void;
  error(...things: unknown[]): void;
  debug(...things: unknown[]): void;
  table(...things: unknown[]): void;
}
declare var console: Console;

interface Performance {
  /** Milliseconds since the sandbox started. */
  now(): number;
  readonly timeOrigin: number;
}
declare var performance: Performance;

interface ErrorConstructor {
  stackTraceLimit: number;
}

/** Text to its bytes in UTF-8. */
interface TextEncoder {
  readonly encoding: string;
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, into: Uint8Array): { read: number; written: number };
}
declare var TextEncoder: { prototype: TextEncoder; new (): TextEncoder };

/** Bytes to their text. */
interface TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  decode(bytes?: ArrayBufferLike | ArrayBufferView, options?: { stream?: boolean }): string;
}
declare var TextDecoder: {
  prototype: TextDecoder;
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};

/** A deep copy. */
declare function structuredClone<T>(value: T, options?: { transfer?: readonly object[] }): T;
declare function queueMicrotask(then: () => void): void;
declare function setTimeout<A extends unknown[]>(then: (...args: A) => void, milliseconds?: number, ...args: A): number;
declare function setInterval<A extends unknown[]>(then: (...args: A) => void, milliseconds?: number, ...args: A): number;
declare function clearTimeout(timer: number | undefined): void;
declare function clearInterval(timer: number | undefined): void;
declare function atob(text: string): string;
declare function btoa(text: string): string;

interface Blob {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  text(): Promise<string>;
  slice(start?: number, end?: number, type?: string): Blob;
}
type BlobPart = string | Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer>;
declare var Blob: { prototype: Blob; new (parts?: BlobPart[], options?: { type?: string }): Blob };

interface File extends Blob {
  readonly name: string;
  readonly lastModified: number;
}
declare var File: {
  prototype: File;
  new (parts: BlobPart[], name: string, options?: { type?: string; lastModified?: number }): File;
};

interface ImportMeta {
  readonly url: string;
}
`;
