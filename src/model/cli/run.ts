import { main } from "./main.ts";

/** Runs a command line in this process, for tests: the exit code, and what it wrote where. */
export async function run(
  parts: readonly string[],
  { input = "", columns, signal, terminal = false }: Partial<Situation> = {},
) {
  const [written, told]: [string[], string[]] = [[], []];
  const code = await main(parts, {
    out: (text) => written.push(text),
    error: (text) => told.push(text),
    columns,
    terminal,
    input: (async function* () {
      yield typeof input === "string" ? new TextEncoder().encode(input) : input;
    })(),
    interruptible: () => signal ?? new AbortController().signal,
  });
  return { code, out: written.join(""), error: told.join(""), written };
}

interface Situation {
  input: string | Uint8Array;
  columns: number;
  signal: AbortSignal;
  terminal: boolean;
}
