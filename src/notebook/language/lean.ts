import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

/**
 * The `typescript` package as a module whose parts can be left out. It comes as one script of 9 MB that keeps all of them; what the language service
 * does not ask for (fixes, refactorings, keys of translated messages) is then dropped by the bundler, and what is left starts sooner.
 */
export const leanTypescript: Plugin = {
  name: "lean-typescript",
  setup(build) {
    build.onLoad({ filter: /\/typescript\/lib\/typescript\.js$/ }, ({ path }) => ({
      contents: toModule(readFileSync(path, "utf8")),
      loader: "js",
    }));
  },
};

const begins = '((module) => {\n"use strict";\n';
const ends = "\n// Annotate the CommonJS export names";

function toModule(script: string): string {
  const [from, to] = [script.indexOf(begins), script.indexOf(ends)];
  if (from < 0 || to < 0) throw new Error("typescript.js is not built as it was: see lean.ts");
  const license = script.slice(0, script.indexOf("*/") + 2);
  return (
    `${license}\n${script.slice(from + begins.length, to)}`
      // What it exports.
      .replace(
        /__export\(typescript_exports, \{([\s\S]*?)\n\}\);\nmodule\.exports = .*\n/,
        (_, names: string) =>
          `export {${names.replaceAll(/(\w+): \(\) => (\w+)/g, "$2 as $1")}};\n`,
      )
      // Its inner modules, as objects that nobody misses if nobody asks.
      .replaceAll(
        /var (\w+_exports) = \{\};\n__export\(\1, (\{[\s\S]*?\n\})\);/g,
        "var $1 = /* @__PURE__ */ ((all) => { const to = {}; __export(to, all); return to; })($2);",
      )
      .replaceAll(/^(?=(?:registerCodeFix|registerRefactor)\()/gm, "/* @__PURE__ */ ")
      // `diag(2304, 1 /* Error */, "Cannot_find_name_0_2304", "Cannot find name '{0}'.")`
      .replaceAll(/(: diag\(\d+, \d \/\* \w+ \*\/, )"\w+"/g, '$1""')
  );
}
