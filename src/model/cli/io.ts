/** What a command talks to: the process, or a test. */
export interface Io {
  /** Writes to standard output. */
  out(text: string): void;
  /** Writes to standard error. */
  error(text: string): void;
  /** How many columns the terminal has that standard error leads to; undefined where it is none. */
  columns: number | undefined;
  /** Whether standard output leads to a terminal. */
  terminal: boolean;
  input: AsyncIterable<Uint8Array>;
  /** From here on Ctrl+C does not end the program, but aborts this signal. */
  interruptible(): AbortSignal;
}

/** What a user can put right: it is told in one line. */
export class Refusal extends Error {
  /** The exit code: 2 where the command line is wrong, 1 where something else is. */
  readonly code: 1 | 2;

  constructor(message: string, code: 1 | 2 = 1) {
    super(message);
    this.code = code;
  }
}

/** What an error says. The package's own begin with the name of a function, which says nothing on a command line. */
export function messageOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  return error instanceof Error ? error.message.replace(/^[\w.]+: /, "") : String(error);
}
