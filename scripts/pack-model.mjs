// `npm pack` and `npm publish` of @humpty/model: in the repository the package is its TypeScript sources; packed, it is compiled, for Node does not strip types
// within node_modules. `build` compiles and points package.json at the result; `restore` puts package.json back.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const root = process.cwd();
const [manifest, kept] = [join(root, "package.json"), join(root, "dist", "package.source.json")];
const license = join(root, "LICENSE");

if (process.argv[2] === "build") build();
else restore();

function build() {
  // Left by a pack that was cut short.
  if (existsSync(kept)) restore();
  rmSync(join(root, "dist"), { recursive: true, force: true });
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript")), "tsc.js");
  const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.package.json"], {
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error("pack: @humpty/model does not compile");
  copyFileSync(join(import.meta.dirname, "..", "LICENSE"), license);
  const source = readFileSync(manifest, "utf8");
  writeFileSync(kept, source);
  const { scripts: _, ...about } = JSON.parse(source);
  about.exports = { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } };
  about.bin = { humpty: "./dist/cli/humpty.js" };
  writeFileSync(manifest, `${JSON.stringify(about, null, 2)}\n`);
}

function restore() {
  if (!existsSync(kept)) return;
  renameSync(kept, manifest);
  rmSync(license, { force: true });
}
