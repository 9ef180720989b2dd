import { blankTypes, type Token, tokensOf, typeOf } from "./blank.ts";
import { findImports, placeOf } from "./imports.ts";
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
export async function compile(source: string, id: ModuleId): Promise<Compiled> {
  const tokens = parse(source, id);
  refuse(source, tokens, id);
  const code = blankTypes(source, tokens);
  return { code, imports: await findImports(code) };
}

function parse(source: string, id: ModuleId): Token[] {
  try {
    return tokensOf(source);
  } catch (error) {
    const { loc, message } = error as { loc?: { line: number; column: number }; message: string };
    const at = loc ?? { line: 1, column: 1 };
    const offset = offsetOf(source, at);
    const found = /^[\w$]+|^\S/.exec(source.slice(offset))?.[0];
    const plain = message
      .replace(/ \(\d+:\d+\)$/, "")
      .replace("Unexpected token, expected", "expected");
    const what =
      found === undefined ? "the text ends too early" : `did not expect \`${found}\` here`;
    const more =
      plain === "Unexpected token" ? "" : ` (${plain[0]?.toLowerCase()}${plain.slice(1)})`;
    throw new CompileError(`${what}${more}`, id, at);
  }
}

function offsetOf(source: string, { line, column }: { line: number; column: number }): number {
  const lines = source.split("\n");
  return lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}

/** Refuses TypeScript that cannot be erased, and says what to write instead. */
function refuse(source: string, tokens: Token[], id: ModuleId): void {
  const text = (i: number): string => source.slice(tokens[i]?.start, tokens[i]?.end);
  const stop = (i: number, message: string): never => {
    throw new CompileError(message, id, placeOf(source, tokens[i]?.start ?? 0));
  };
  for (const [i, token] of tokens.entries()) {
    const starts = i === 0 || [";", "}", "{", "export"].includes(text(i - 1)) || newline(i);
    if (starts && (text(i) === "namespace" || text(i) === "module") && text(i + 2) === "{") {
      stop(
        i,
        `a namespace is more than a type, so it cannot be run as it stands: write \`const ${text(i + 1)} = { … };\` or a cell of its own instead`,
      );
    }
    if (token.isType) continue;
    if (token.type === typeOf("_enum")) {
      const name = text(i + 1);
      stop(
        i,
        `an enum is more than a type, so it cannot be run as it stands: write \`const ${name} = { ${members(i)} } as const;\` instead`,
      );
    }
    if (starts && text(i) === "import" && text(i + 2) === "=") {
      stop(i, `write \`import ${text(i + 1)} from "…";\` instead of \`import ${text(i + 1)} = …\``);
    }
    if (text(i) === "export" && text(i + 1) === "=")
      stop(i, "write `export default …` instead of `export = …`");
    if (
      ["_public", "_private", "_protected", "_readonly", "_override"].some(
        (name) => token.type === typeOf(name),
      )
    ) {
      const previous = text(i - 1);
      if (previous === "(" || previous === ",") {
        let at = i;
        while (/^(public|private|protected|readonly|override)$/.test(text(at))) at++;
        const name = text(at);
        stop(
          i,
          `\`${text(i)} ${name}\` in a constructor's parameters is more than a type: declare the field \`${name}\` in the class and write \`this.${name} = ${name};\` in the constructor instead`,
        );
      }
    }
  }

  function newline(i: number): boolean {
    return source.slice(tokens[i - 1]?.end, tokens[i]?.start).includes("\n");
  }

  function members(at: number): string {
    const found: string[] = [];
    let value = 0;
    for (let i = at + 3; i < tokens.length && text(i) !== "}"; i++) {
      const name = text(i);
      if (text(i + 1) === "=") {
        found.push(`${name}: ${text(i + 2)}`);
        value = Number(text(i + 2)) + 1;
        while (i < tokens.length && text(i + 1) !== "," && text(i + 1) !== "}") i++;
      } else if (name !== ",") found.push(`${name}: ${value++}`);
    }
    return found.slice(0, 6).join(", ") + (found.length > 6 ? ", …" : "");
  }
}
