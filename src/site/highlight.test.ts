import { describe, expect, it } from "vitest";
import { highlight } from "./highlight.ts";

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

describe("highlight", () => {
  const code = `/* two\nlines */\nexport const a: Map<string, number> = f(1 && "<b>");\n\nconst t = \`\${a}\n\`;\n`;

  it("keeps every character of the code, line by line", () => {
    expect(textOf(highlight(code))).toBe(code.trimEnd());
    expect(highlight(code).match(/class="line"/g)).toHaveLength(6);
  });

  it("lets no markup of the code through", () => {
    expect(highlight(code)).not.toContain("<b>");
  });

  it("keeps each line's spans within the line", () => {
    for (const line of highlight(code).split("\n")) {
      expect(line.match(/<span/g)?.length).toBe(line.match(/<\/span/g)?.length);
    }
  });

  it("marks what has a color of its own, and leaves punctuation bare", () => {
    expect(highlight("const a = f(1);")).toBe(
      `<span class="line"><span class="tok-keyword">const</span> <span class="tok-variableName tok-definition">a</span> = ` +
        `<span class="tok-variableName">f</span>(<span class="tok-number">1</span>);</span>`,
    );
  });
});
