// `npm test`: installs what is missing, runs every check, and closes with one summary.
import { install, run } from "./install.mjs";

const only = process.argv.slice(2);
install();
const { getBrowsers } = await import("./browsers.mjs");

const steps = [
  { name: "format and lint", check: () => run("biome", ["ci", "."]) },
  // Astro writes the types of the content that tsc reads.
  { name: "types", check: () => run("astro", ["sync"]) || run("tsc", ["--noEmit"]) },
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

const results = [];
for (const { name, check } of steps) {
  if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
  console.log(`\n━━ ${name}`);
  const began = Date.now();
  let failed = true;
  try {
    failed = (await check()) !== 0;
  } catch (error) {
    console.error(error.message);
  }
  results.push({ name, failed, seconds: (Date.now() - began) / 1000 });
}

console.log("\n━━ summary");
for (const { name, failed, seconds } of results) {
  console.log(`${failed ? "✗" : "✓"} ${name.padEnd(26)} ${seconds.toFixed(1).padStart(6)} s`);
}
const failures = results.filter((result) => result.failed).length;
console.log(`\n${results.length - failures} passed, ${failures} failed`);
process.exit(failures > 0 ? 1 : 0);
