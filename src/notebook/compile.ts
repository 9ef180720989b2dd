import { blank, typeOnly } from "./blank.ts";
import { findMistake } from "./early.ts";
import { exportsOf } from "./exports.ts";
import { importsOf } from "./imports.ts";
import { placeOf } from "./place.ts";
import { findRefusal } from "./refuse.ts";
import { Tokens } from "./tokens.ts";
import type { Compiled, ModuleId } from "./types.ts";

/** What keeps a text from being run, in the reader's words, and where. */
export class CompileError extends Error {
  readonly module: ModuleId;
  readonly line: number;
  readonly column: number;

  constructor(message: string, module: ModuleId, at: { line: number; column: number }) {
    super(message);
    this.name = "SyntaxError";
    this.module = module;
    this.line = at.line;
    this.column = at.column;
  }
}

/**
 * TypeScript to JavaScript in place: types become blanks, so that lines and columns in errors are those that the reader sees.
 * Throws a CompileError for what does not parse, and for TypeScript that is more than types (enums and the like).
 */
export function compile(source: string, id: ModuleId): Compiled {
  const tokens = parse(source, id);
  const gone = typeOnly(tokens);
  const fault = findRefusal(tokens) ?? findMistake(tokens, gone);
  if (fault) throw new CompileError(fault.message, id, placeOf(source, tokens.start(fault.token)));
  const exports = exportsOf(tokens, gone);
  return {
    code: blank(tokens, gone),
    imports: importsOf(tokens, gone),
    ...(exports === undefined ? {} : { exports }),
  };
}

function parse(source: string, id: ModuleId): Tokens {
  try {
    return new Tokens(source);
  } catch (error) {
    const { loc, message } = error as { loc?: { line: number; column: number }; message: string };
    const missing = unclosed(source);
    if (missing !== undefined) {
      const words = `something is not closed: \`${missing}\` is missing, here at the end or before`;
      throw new CompileError(words, id, placeOf(source, source.trimEnd().length));
    }
    const at = loc ?? { line: 1, column: 1 };
    throw new CompileError(inWords(message, source, at), id, at);
  }
}

/** What would close all that is open, if that is all that is wrong. */
function unclosed(source: string): string | undefined {
  return [")", "]", "}", "})", "])", "}]", ")}", "}}", "})}", "}})"].find((end) => {
    try {
      new Tokens(`${source}\n${end}`);
      return true;
    } catch {
      return false;
    }
  });
}

const openTexts: Record<string, string> = {
  "Unterminated string constant": "a text in quotes is not closed on its line",
  "Unterminated template": "a text that starts with ` is not closed",
  "Unterminated regular expression": "a regular expression is not closed with / on its line",
  "Unterminated comment": "a comment that starts with /* is not closed with */",
};

/** Sucrase's message, after what stands at the place. */
function inWords(raw: string, source: string, at: { line: number; column: number }): string {
  const message = raw.replace(/ \(\d+:\d+\)$/, "");
  const open = openTexts[message];
  if (open !== undefined) return open;
  const lines = source.split("\n");
  const found = /^(?:[\w$]+|\S)/.exec(lines[at.line - 1]?.slice(at.column - 1) ?? "")?.[0];
  const ended = lines.slice(at.line).join("").trim() === "";
  const what =
    found !== undefined
      ? `did not expect \`${found}\` here`
      : ended
        ? "the text ends too early"
        : "did not expect the line to end here";
  const wanted = /^Unexpected token, expected "(.*)"$/.exec(message)?.[1];
  if (wanted === undefined) return what;
  const closing = wanted === "," ? " or a closing bracket" : "";
  return `${what}: \`${wanted}\`${closing} is missing before it`;
}
