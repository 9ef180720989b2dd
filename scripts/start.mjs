// `npm start`: installs what is missing, builds when something changed, serves the book.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fail, install, root, run } from "./install.mjs";

const port = process.env.PORT ?? "4321";
const stamp = join(root, "dist", ".built-from");

if (await inUse(port)) {
  fail(
    `Port ${port} is in use, by another Humpty perhaps. Stop that, or take another port: PORT=4322 npm start`,
  );
}
install();
const sources = fingerprint();
if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) {
  console.log("Nothing changed since the last build.");
} else {
  console.log("Building the book…");
  if (run("astro", ["build"]) !== 0) fail("The build failed: its messages above say why.");
  writeFileSync(stamp, sources);
}
const base = process.env.BASE_PATH ?? "/";
console.log(`\n  Humpty: http://localhost:${port}${base}\n`);
process.exit(run("astro", ["preview", "--port", port]));

/** Whether something listens on a port of this machine already. */
function inUse(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(true));
    probe.listen(Number(port), "localhost", () => probe.close(() => resolve(false)));
  });
}

/** A digest of all that the built site comes from. */
function fingerprint() {
  const hash = createHash("sha256");
  hash.update(`${process.env.BASE_PATH ?? ""} ${process.env.SITE_URL ?? ""}`);
  const places = [
    "chapters",
    "components",
    "public",
    "src",
    "astro.config.mjs",
    "package-lock.json",
    "tsconfig.json",
  ];
  for (const place of places) add(join(root, place));
  return hash.digest("hex");

  function add(path) {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort())
        if (name !== "node_modules") add(join(path, name));
    } else {
      hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  }
}
