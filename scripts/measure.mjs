// `npm run measure --silent`: the numbers that the project holds itself to. The last line is one JSON object.
import { install, run } from "./install.mjs";

install();
if (run("astro", ["build"], { stdio: ["ignore", "ignore", "inherit"] }) !== 0) process.exit(1);
process.exit(run("node", ["scripts/measure/measure.ts"]));
