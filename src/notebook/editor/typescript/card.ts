import { element } from "../../element.ts";
import type { Documentation, Part } from "../../language/answers.ts";
import type { Words } from "./words.ts";

/** The colors of the code for what a type is made of. */
const classes: Record<string, string> = {
  keyword: "tok-keyword",
  className: "tok-typeName",
  interfaceName: "tok-typeName",
  typeParameterName: "tok-typeName",
  aliasName: "tok-typeName",
  stringLiteral: "tok-string",
  numericLiteral: "tok-number",
  propertyName: "tok-propertyName",
  methodName: "tok-propertyName",
  functionName: "tok-variableName",
  localName: "tok-variableName",
  parameterName: "tok-variableName",
};

/** A declaration and what its docstring says. */
export function card(
  { parts, ...said }: Documentation & { parts: readonly Part[] },
  words: Words,
  note?: string,
): HTMLElement {
  const code = parts.map(({ text, kind }) =>
    element(classes[kind] ? `span.${classes[kind]}` : "span", text),
  );
  return element(
    "div.cm-card",
    element("div.cm-card-code", ...code),
    ...(note ? [element("div.cm-card-note", note)] : []),
    ...documentation(said, words),
  );
}

/** What a docstring says. Its lines were broken to fit a file. */
export function documentation({ about, tags }: Documentation, words: Words): HTMLElement[] {
  const paragraphs = about.split(/\n\s*\n/).filter((text) => text.trim() !== "");
  return [
    ...paragraphs.map((text) => element("p", ...prose(text))),
    ...tags.map(({ name, text }) =>
      element("p", element("em", words.tags[name] ?? name), " ", ...prose(text)),
    ),
  ];
}

/** Words, with `code` between backticks. */
const prose = (text: string): (Node | string)[] =>
  text
    .replaceAll(/\s*\n\s*/g, " ")
    .split(/`([^`]+)`/)
    .map((piece, i) => (i % 2 === 1 ? element("code", piece) : piece));
