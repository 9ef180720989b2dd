// Runs a cell and prints what the page would show: `npm run show chapters/03-attention/cells/scores.ts`.
import "./node-version.mjs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const { show } = await import("@humpty/display");
const { default: shown } = await import(pathToFileURL(resolve(process.argv[2] ?? "")).href);
if (shown !== undefined) show(shown);
