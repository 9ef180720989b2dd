// `npm test`: installs what is missing, runs every check, and closes with how the failed ones ended and one summary.
import { spawn } from "node:child_process";
import { environment, install, root } from "./install.mjs";

/** How many lines of a failed check's end are told again. */
const lastLines = 80;

const only = process.argv.slice(2);
install();
const { getBrowsers } = await import("./browsers.mjs");

const steps = [
  { name: "format and lint", check: () => run("biome", ["ci", "."]) },
  // Astro writes the types of the content that tsc reads.
  {
    name: "types",
    check: async () => (await run("astro", ["sync"])) || run("tsc", ["--noEmit"]),
  },
  {
    name: "types in pages",
    check: () => run("astro", ["check", "--minimumFailingSeverity", "warning"]),
  },
  { name: "unit tests", check: () => run("vitest", ["run", "--project", "unit*"]) },
  { name: "every cell and exercise", check: () => run("node", ["src/notebook/bake.ts"]) },
  { name: "build", check: () => run("astro", ["build"]) },
  { name: "the book in browsers", check: browserTests },
];

async function browserTests() {
  await getBrowsers();
  return run("vitest", ["run", "--project", "book*"]);
}

let said = "";

/** Runs a command, whose words are passed on and kept; gives its exit code. */
function run(command, args) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ["inherit", "pipe", "pipe"],
    shell: process.platform === "win32",
    env: { ...environment(), ...(process.stdout.isTTY && { FORCE_COLOR: "1" }) },
  });
  for (const stream of ["stdout", "stderr"])
    child[stream].setEncoding("utf8").on("data", (text) => {
      process[stream].write(text);
      said += text;
    });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      child.on("close", () => resolve(code ?? 1));
      // What it started and left behind may hold its streams open.
      setTimeout(() => resolve(code ?? 1), 5000);
    });
  });
}

const results = [];
for (const { name, check } of steps) {
  if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
  console.log(`\n━━ ${name}`);
  const began = Date.now();
  said = "";
  let failed = true;
  try {
    failed = (await check()) !== 0;
  } catch (error) {
    console.error(error.message);
    said += error.message;
  }
  results.push({ name, failed, said, seconds: (Date.now() - began) / 1000 });
}

// Among thousands of lines the reason is hard to find, and a log may be cut.
for (const { name, failed, said } of results)
  if (failed)
    console.log(`\n━━ ${name}: how it ended\n${said.split("\n").slice(-lastLines).join("\n")}`);

console.log("\n━━ summary");
for (const { name, failed, seconds } of results) {
  console.log(`${failed ? "✗" : "✓"} ${name.padEnd(26)} ${seconds.toFixed(1).padStart(6)} s`);
}
const failures = results.filter((result) => result.failed).length;
console.log(`\n${results.length - failures} passed, ${failures} failed`);
process.exit(failures > 0 ? 1 : 0);
