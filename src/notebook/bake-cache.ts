import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse, stringify } from "devalue";
import { project } from "./book.ts";
import type { BakedResult, ModuleId } from "./types.ts";

const engine = [
  "src/{model,display}/**/*.ts",
  "src/notebook/{runtime,errors,inspect,bake-worker}.ts",
];

/** A digest of all that results depend on besides the cells: the packages, what runs the cells, and Node. */
export function engineDigest(): string {
  const hash = createHash("sha256").update(process.version);
  const files = globSync(engine, { cwd: project, exclude: ["**/*.test.ts"] }).sort();
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(project, file)));
  return hash.digest("hex");
}

export const keyOf = (...parts: string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex");

/** Results by content: one file a module, whose first line is the key that its result belongs to. */
export class BakeCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  read(id: ModuleId, key: string): BakedResult | undefined {
    try {
      const text = readFileSync(this.#file(id), "utf8");
      const end = text.indexOf("\n");
      return text.slice(0, end) === key ? (parse(text.slice(end + 1)) as BakedResult) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps a result, and gives it back as a later reading will: what is published does not depend on the cache. */
  write(id: ModuleId, key: string, result: BakedResult): BakedResult {
    const file = this.#file(id);
    const text = stringify(result);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, `${key}\n${text}`);
    renameSync(`${file}.${process.pid}`, file);
    return parse(text) as BakedResult;
  }

  #file(id: ModuleId): string {
    return join(this.#folder, `${id}.txt`);
  }
}
