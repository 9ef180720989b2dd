#!/usr/bin/env node
import { main } from "./main.ts";

const { stdin, stdout, stderr } = process;

/** For readers that leave early, such as `head`. */
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => stdout.write(text),
  error: (text) => stderr.write(text),
  get columns() {
    // Some terminals do not know, and say 0.
    return stderr.isTTY ? stderr.columns || 80 : undefined;
  },
  terminal: stdout.isTTY,
  input: stdin,
  interruptible() {
    const controller = new AbortController();
    let first: number | undefined;
    const stop = (): void => {
      controller.abort();
      first ??= performance.now();
      // A second time ends it as it is; but npx passes on what the terminal has sent already.
      if (performance.now() - first > 1000) process.exit(130);
    };
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
    return controller.signal;
  },
});
