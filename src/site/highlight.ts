import { typescriptLanguage } from "@codemirror/lang-javascript";
import { classHighlighter, highlightCode } from "@lezer/highlight";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

/** TypeScript as HTML with a span for each line: the very parser and classes that the editor in the page has. */
export function highlight(code: string): string {
  const lines: string[] = [];
  let line = "";
  highlightCode(
    code.replace(/\n$/, ""),
    typescriptLanguage.parser.parse(code),
    classHighlighter,
    (text, classes) => {
      line +=
        classes === "" ? escapeHtml(text) : `<span class="${classes}">${escapeHtml(text)}</span>`;
    },
    () => {
      lines.push(line);
      line = "";
    },
  );
  lines.push(line);
  return lines.map((each) => `<span class="line">${each}</span>`).join("\n");
}
