import { unified } from "@astrojs/markdown-remark";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import rehypeKatex from "rehype-katex";
import remarkMath from "remark-math";
import { sameAnchors } from "./src/site/anchors.ts";
import { inParts } from "./src/site/parts.ts";
import { linkTerms } from "./src/site/terms.ts";
import { watchCells } from "./src/site/watch.ts";

export default defineConfig({
  site: process.env.SITE_URL ?? "http://localhost:4321",
  base: process.env.BASE_PATH || "/",
  trailingSlash: "always",
  devToolbar: { enabled: false },
  integrations: [mdx(), watchCells()],
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      remarkPlugins: [remarkMath],
      rehypePlugins: [[rehypeKatex, { output: "mathml" }], sameAnchors, linkTerms, inParts],
    }),
  },
  // The page's policy allows no inline style or script: everything is a file.
  build: { inlineStylesheets: "never" },
  vite: {
    build: { assetsInlineLimit: 0 },
    esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  },
});
