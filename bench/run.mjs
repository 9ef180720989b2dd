import { spawn, spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { sizes, writeCase } from "./case.mjs";
import { python } from "./python.mjs";

/**
 * Compares a training step of @humpty/model with its peers', all from the same weights with the same batches, in rounds that take turns. Prints a table;
 * with --json, a line of JSON at the end: tokens per second, null where a peer cannot run here (the reason is on standard error).
 * With --report, numbers about this package alone instead.
 */
const here = import.meta.dirname;
const rounds = 5;
/** A turn's seconds: long enough to time, short enough that peers see the same moods of the machine. */
const turn = 1.5;

if (!existsSync(join(here, "node_modules")))
  spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: here, stdio: ["ignore", 2, 2] });

const peer = (file, ...rest) => [process.execPath, join(here, "peers", file), ...rest];
const peers = {
  humpty: (folder) => peer("humpty.mjs", folder, "exact"),
  "humpty-fast": (folder) => peer("humpty.mjs", folder, "fast"),
  pytorch: (folder) => [python(), join(here, "peers", "pytorch.py"), folder],
  "jax-js": (folder) => peer("jax-js.mjs", folder),
  tfjs: (folder) => peer("tfjs.mjs", folder),
};

/** A peer in a process of its own, asked for steps. */
async function start(name, folder) {
  const [command, ...rest] = peers[name](folder);
  const child = spawn(command, rest, { stdio: ["pipe", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => {
    said += text;
  });
  child.stdin.on("error", () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(said.trim().split("\n").slice(0, 8).join("\n") || "it ended");
      if (value.startsWith("{")) return JSON.parse(value);
    }
  };
  await answer();
  return {
    async take(count) {
      child.stdin.write(`steps ${count}\n`);
      return answer();
    },
    end: () => child.kill(),
  };
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Steps that fill a turn. Takes some first, so that engines have compiled what is hot. */
async function pace(child) {
  let rate = 0;
  for (let spent = 0; spent < 2 * turn; ) {
    const count = Math.ceil((rate * turn) / 2) || 1;
    const { seconds } = await child.take(count);
    rate = count / seconds;
    spent += seconds;
  }
  return Math.max(1, Math.round(rate * turn));
}

async function compare(size) {
  const folder = writeCase(size);
  const running = new Map();
  const result = Object.fromEntries(Object.keys(peers).map((name) => [name, null]));
  const leave = (name, error) => {
    console.error(`${size}: ${name} is left out: ${error.message}`);
    running.get(name)?.child.end();
    running.delete(name);
  };
  const wanted = [];
  for (const name of Object.keys(peers)) {
    try {
      const child = await start(name, folder);
      running.set(name, { child, times: [] });
      // The same numbers as ours, or it does something else than we do.
      for (const [i, [count, within]] of [
        [1, 1e-3],
        [9, 1e-2],
      ].entries()) {
        const { loss } = await child.take(count);
        wanted[i] ??= loss;
        if (!(Math.abs(loss - wanted[i]) <= within))
          throw new Error(`its loss is ${loss} where humpty's is ${wanted[i]}`);
      }
      running.get(name).steps = await pace(child);
    } catch (error) {
      leave(name, error);
    }
  }
  for (let round = 0; round < rounds; round++)
    for (const [name, { child, steps, times }] of running) {
      try {
        const { seconds } = await child.take(steps);
        times.push(seconds / steps);
      } catch (error) {
        leave(name, error);
      }
    }
  const { batch, context } = sizes[size];
  for (const [name, { child, times }] of running) {
    result[name] = Math.round((batch * context) / median(times));
    child.end();
  }
  rmSync(folder, { recursive: true });
  return result;
}

if (process.argv.includes("--report")) {
  const { report } = await import("./report.mjs");
  await report();
  process.exit();
}
const results = {};
for (const size of Object.keys(sizes)) results[size] = await compare(size);
if (process.argv.includes("--json")) console.log(JSON.stringify(results));
else
  for (const [size, result] of Object.entries(results)) {
    console.log(`${size}: tokens per second, and how many times PyTorch's`);
    for (const [name, speed] of Object.entries(result)) {
      const ratio = speed && result.pytorch ? (speed / result.pytorch).toFixed(2) : "";
      console.log(`  ${name.padEnd(12)} ${String(speed ?? "none").padStart(8)}  ${ratio}`);
    }
  }
