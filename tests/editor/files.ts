import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { highlight } from "../../src/site/highlight.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Cells of every sort that a page has: from the book, in Chinese, too wide, and too long for a screen. */
export const cells: Record<string, string> = {
  book: readFileSync(here("../../chapters/03-attention/cells/translate.ts"), "utf8").trimEnd(),
  chinese: [
    "// 注意力：每个词 look at 其他的词，“加权”平均。",
    'const 词 = ["蛋", "墙", "wall", "国王"];',
    "export default 词.map((x) => x.length); // ½ × ∑ → √d 😀",
  ].join("\n"),
  wide: [
    `export const long = ["${"a long line ".repeat(30)}"];`,
    "if (long) {",
    "  return;",
    "",
    "}",
  ].join("\n"),
  tall: Array.from({ length: 150 }, (_, i) => `export const n${i + 100} = ${i + 100} * 2;`).join(
    "\n",
  ),
  one: "export default 1;",
};

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** All that a cell's look comes from; without the text's fonts, which would have to be served, and with nothing left out that is out of sight. */
const styles = ["tokens", "base", "code", "cell", "prose"]
  .map((name) => `@import "./${name}.css";`)
  .join("")
  .concat(".cell.cell { content-visibility: visible; }");

const section = ([id, source]: [string, string]): string =>
  `<section class="cell" id="${id}" data-state="published" aria-label="${id}"><header class="cell-bar"><span class="cell-name">${id}.ts</span></header>
<div class="cell-code"><pre class="code" tabindex="0" role="group" aria-label="${id}.ts" data-source="${escaped(source)}"><code>${highlight(source)}</code></pre></div>
<div class="cell-output"><div class="result"><p>output of ${id}</p></div></div></section>`;

/** A page with the book's own styles, markup and policy, in a language; with its scripts. */
export async function editorFiles(): Promise<Record<string, string>> {
  const [script, style] = await Promise.all([
    build({
      entryPoints: [here("./mount.ts")],
      bundle: true,
      splitting: true,
      format: "esm",
      target: "es2022",
      outdir: "/js",
      write: false,
    }),
    build({
      stdin: { contents: styles, resolveDir: here("../../src/styles"), loader: "css" },
      bundle: true,
      write: false,
    }),
  ]);
  const css = style.outputFiles[0]?.text ?? "";
  const hash = createHash("sha256").update(css).digest("base64");
  const policy = `default-src 'none'; script-src 'self'; style-src 'sha256-${hash}'; base-uri 'none'`;
  const page = (lang: string) =>
    `<!doctype html><html lang="${lang}" class="js"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>cells</title><style>${css}</style></head>
<body><div class="chapter"><main class="prose"><h1>Cells</h1>${Object.entries(cells).map(section).join("\n")}</main></div><script type="module" src="/js/mount.js"></script></body></html>`;
  return {
    "/": page("en"),
    "/zh": page("zh-Hans"),
    ...Object.fromEntries(script.outputFiles.map(({ path, text }) => [path, text])),
  };
}
