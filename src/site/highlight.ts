import { typescriptLanguage } from "@codemirror/lang-javascript";
import { classHighlighter, highlightCode } from "@lezer/highlight";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

/**
 * TypeScript as HTML with a span for each line: the very parser and classes that the editor in the page has.
 * Half of all tokens are punctuation: these have the color of the code itself and no span, which makes a chapter light.
 */
export function highlight(code: string): string {
  const lines: string[] = [];
  let line = "";
  highlightCode(
    code.replace(/\n$/, ""),
    typescriptLanguage.parser.parse(code),
    classHighlighter,
    (text, classes) => {
      line += mark(text, classes);
    },
    () => {
      lines.push(line);
      line = "";
    },
  );
  lines.push(line);
  return lines.map((each) => `<span class="line">${each}</span>`).join("\n");
}

function mark(text: string, classes: string): string {
  const plain = classes === "" ? text.trim() === "" : /^tok-(punctuation|operator)$/.test(classes);
  if (plain) return escapeHtml(text);
  return `<span class="${classes || "tok-plain"}">${escapeHtml(text)}</span>`;
}
