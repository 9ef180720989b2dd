import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Application, type JSONOutput } from "typedoc";

const root = process.cwd();

/** What TypeDoc reads of `@humpty/model`: five seconds, so it is kept until a file of the package changes. */
export async function readPackage(): Promise<JSONOutput.ProjectReflection> {
  const hash = createHash("sha256");
  for (const path of globSync("src/model/**/*.ts", { cwd: root }).sort())
    if (!/\.test\.ts$|\/dist\//.test(path))
      hash.update(path).update(readFileSync(join(root, path)));
  const folder = join(root, ".cache/reference");
  const kept = join(folder, `${hash.digest("hex").slice(0, 16)}.json`);
  try {
    return JSON.parse(readFileSync(kept, "utf8"));
  } catch {
    const read = await convert();
    mkdirSync(folder, { recursive: true });
    writeFileSync(kept, JSON.stringify(read));
    return read;
  }
}

async function convert(): Promise<JSONOutput.ProjectReflection> {
  const application = await Application.bootstrap({
    entryPoints: [join(root, "src/model/index.ts")],
    tsconfig: join(root, "src/model/tsconfig.package.json"),
    // The model's files stand under its own folder, wherever that is.
    basePath: join(root, "src/model"),
    displayBasePath: join(root, "src/model"),
    disableGit: true,
    excludeInternal: true,
    excludePrivate: true,
    sourceLinkTemplate: "{path}",
    logLevel: "Error",
    sort: ["source-order"],
  });
  const project = await application.convert();
  if (!project) throw new Error("TypeDoc could not read src/model/index.ts");
  return application.serializer.projectToObject(project, root as never);
}
