// Plain JavaScript for any Node from 20 on: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = join(root, "node_modules", ".humpty-installed");

/** Runs a command in the project with its own Node first on the path; gives its exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    ...options,
    env: { ...environment(), ...options.env },
  });
  if (result.error) console.error(`${command}: ${result.error.message}`);
  return result.status ?? 1;
}

/** The environment in which the project's binaries, its Node among them, come first. */
export function environment() {
  const bin = join(root, "node_modules", ".bin");
  return {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
    ASTRO_TELEMETRY_DISABLED: "1",
  };
}

/** Installs the locked packages when they are missing or the lock changed. */
export function install() {
  const [major] = process.versions.node.split(".").map(Number);
  if (major < 20) fail(`Humpty needs Node 20 or newer to start; this is ${process.version}.`);
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("Installing packages (about a minute, once)…");
  const code = run("npm", ["ci", "--no-audit", "--no-fund"], { env: { PATH: process.env.PATH } });
  if (code !== 0) fail("npm ci failed: its messages above say why.");
  writeFileSync(stamp, lock);
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}
