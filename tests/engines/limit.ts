import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * Bytes that each process of a browser may take: a test's memory bomb must not take the machine's. Chromium and WebKit set aside some four
 * billion before they use any.
 */
const bytes = { all: 6e9, firefox: 4e9 };

const limiter = "/usr/bin/prlimit";

/** A command that starts a program within the limit, where that can be set. */
export const limited = (...command: string[]): [string, ...string[]] =>
  existsSync(limiter)
    ? [limiter, `--data=${bytes.all}`, ...command]
    : [command[0] ?? "", ...command.slice(1)];

/** Sets Firefox's limit for a process that runs, for those that it started, and so for those that they will start. */
export function limitProcess(pid: number): void {
  if (!existsSync(limiter)) return;
  spawnSync(limiter, [`--data=${bytes.firefox}`, "--pid", String(pid)]);
  const { stdout } = spawnSync("pgrep", ["-P", String(pid)], { encoding: "utf8" });
  for (const child of (stdout ?? "").split("\n").filter(Boolean)) limitProcess(Number(child));
}
