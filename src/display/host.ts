import { type Display, toText } from "./display.ts";
import type { InputDisplay } from "./kinds/input/input.ts";

export interface KeepOptions {
  /** Every reader of the book gets what the build kept. */
  publish?: boolean;
}

/** Who takes what a cell shows and answers what it asks: the page's sandbox, the build, or a plain `node cell.ts`. */
export interface Host {
  show(display: Display, key?: string): void;
  progress(done: number, total: number, note?: string): void;
  /** Aborted when the reader wants the cell to end with what it has. */
  finishing(): AbortSignal;
  /** The control as it stands: with the reader's value where there is one. */
  input(input: InputDisplay): InputDisplay;
  /** The file that was chosen in a control. */
  file(name: string): File | undefined;
  /** What the cell kept under a name when it was last run from the same texts and controls. */
  kept(name: string): Promise<Uint8Array | undefined>;
  keep(name: string, bytes: Uint8Array, options?: KeepOptions): Promise<void>;
}

const consoleHost: Host = {
  show: (display) => console.log(toText(display)),
  progress: () => undefined,
  finishing: () => new AbortController().signal,
  input: (input) => input,
  file: () => undefined,
  kept: async () => undefined,
  keep: async () => undefined,
};

let host = consoleHost;

/** Puts another host in place; without one, the console's. */
export function setHost(next?: Host): void {
  host = next ?? consoleHost;
}

export const currentHost = (): Host => host;
