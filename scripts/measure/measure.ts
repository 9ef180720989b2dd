import { serveSite } from "../../tests/page/site.ts";
import { buildSeconds } from "./builds.ts";
import {
  axeViolations,
  bitsEqual,
  firstFocusBytes,
  readingBytes,
  readsWithoutScripts,
  typesBytes,
} from "./counts.ts";
import { gpt2, training } from "./finale.ts";
import { lighthouseScores } from "./lighthouse.ts";
import { editToResult, firstFault, firstRun, stopLoop, typedFault } from "./times.ts";

/** What is measured, how, and the bar that it is held to. */
const site = await serveSite();
const url = `${site.url}03-attention/`;
const last = `${site.url}10-together/`;
const rows = [
  { what: "readsWithoutScripts", bar: "yes", value: await readsWithoutScripts(url) },
  { what: "readingScriptBytes", bar: "≤ 8192", value: await readingBytes(url) },
  { what: "firstFocusBytes", bar: "≤ 153600", value: await firstFocusBytes(url) },
  { what: "firstRunMs", bar: "≤ 350", value: await firstRun(url) },
  { what: "editToResultMs", bar: "≤ 40", value: await editToResult(url) },
  { what: "stopMs", bar: "≤ 50", value: await stopLoop(url) },
  { what: "typesBytes", bar: "≤ 921600", value: typesBytes() },
  { what: "firstFaultMs", bar: "≤ 1800", value: await firstFault(url) },
  { what: "typedFaultMs", bar: "≤ 100", value: await typedFault(url) },
  { what: "training", bar: "longTask ≤ 50 ms", value: await training(last) },
  { what: "gpt2", bar: "124 million numbers", value: await gpt2(last) },
  { what: "lighthouse", bar: "100 each", value: await lighthouseScores(url) },
  {
    what: "axeViolations",
    bar: "0",
    value: await axeViolations([url, site.url, `${site.url}zh/03-attention/`]),
  },
  { what: "buildSeconds", bar: "≤ 300, ≤ 20", value: buildSeconds() },
  { what: "bitsEqual", bar: "yes in each engine", value: bitsEqual() },
];
await site.close();
for (const { what, bar, value } of rows)
  console.log(`${what.padEnd(22)} ${JSON.stringify(value).padEnd(60)} bar: ${bar}`);
console.log(JSON.stringify(Object.fromEntries(rows.map(({ what, value }) => [what, value]))));
process.exit(0);
