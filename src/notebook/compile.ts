import { blank, typeOnly } from "./blank.ts";
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
  const refusal = findRefusal(tokens);
  if (refusal)
    throw new CompileError(refusal.message, id, placeOf(source, tokens.start(refusal.token)));
  const gone = typeOnly(tokens);
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
    const at = loc ?? { line: 1, column: 1 };
    throw new CompileError(inWords(message, source, at), id, at);
  }
}

/** Sucrase's message, after what stands at the place. */
function inWords(message: string, source: string, at: { line: number; column: number }): string {
  const rest = source.split("\n")[at.line - 1]?.slice(at.column - 1) ?? "";
  const found = /^(?:[\w$]+|\S)/.exec(rest)?.[0];
  const ended = found === undefined && source.split("\n").slice(at.line).join("").trim() === "";
  const what = ended
    ? "the text ends too early"
    : found === undefined
      ? "did not expect the line to end here"
      : `did not expect \`${found}\` here`;
  const plain = message
    .replace(/ \(\d+:\d+\)$/, "")
    .replace("Unexpected token, expected", "expected");
  return plain === "Unexpected token"
    ? what
    : `${what} (${plain[0]?.toLowerCase()}${plain.slice(1)})`;
}
