// Runs each cell, and each exercise's check of your answer. `npm test scores` runs those whose names hold a word.
import "./node-version.mjs";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const { lang, tests, base } = JSON.parse(readFileSync("humpty.json", "utf8"));
const words = process.argv.slice(2);

// What cells show and print would hide what is wrong with them.
console.log = () => {};

for (const id of tests) {
  if (!words.every((word) => id.includes(word))) continue;
  const file = `chapters/${id}`;
  const isExercise = id.endsWith("/starter.ts");
  const untouched = isExercise && readFileSync(file, "utf8").trimEnd() === base[id].trimEnd();
  test(file, { skip: untouched && "not answered yet" }, async () => {
    const answer = await run(file);
    if (!isExercise) return;
    const { default: check } = await import(`./${file.replace("starter.ts", "check.ts")}`);
    const finding = await check(answer);
    if (finding) throw plain(`${file} — ${finding[lang]}`);
  });
}

/** Runs a cell. An error says at which line of which cell it came. */
async function run(file) {
  try {
    return await import(`./${file}`);
  } catch (error) {
    throw plain(`${placeOf(error) ?? placeAlone(file) ?? file} — ${error}`);
  }
}

/** The first line of a cell that an error tells of. */
const placeOf = (error) => find(error instanceof Error ? (error.stack ?? "") : "");

/** What cannot be loaded at all tells its place only when it is run by itself. */
const placeAlone = (file) =>
  find(spawnSync(process.execPath, [file], { encoding: "utf8" }).stderr ?? "");

const find = (text) =>
  text
    .replaceAll("\\", "/")
    .match(/chapters\/[\w-]+\/(?:cells|exercises)\/[\w./-]+:\d+(?::\d+)?/)?.[0];

/** An error whose place is in its message: that of this file would be in the way. */
function plain(message) {
  const error = new Error(message);
  error.stack = "";
  return error;
}
