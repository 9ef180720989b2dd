import { namesOf } from "./exports.ts";
import { placeOf } from "./place.ts";
import type { Tokens } from "./tokens.ts";
import type { Import } from "./types.ts";

/** The imports among a module's tokens that are more than types, in the order they stand. */
export function importsOf(tokens: Tokens, gone: readonly boolean[]): Import[] {
  const imports: Import[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (gone[i]) continue;
    const text = tokens.text(i);
    if (text !== "import" && text !== "export") continue;
    // `x.import` is a property, `import:` and `import =` as well.
    if (/^(?:\.|\?\.)$/.test(tokens.text(i - 1))) continue;
    if (text === "import" && tokens.text(i + 1) === "(") imports.push(dynamic(tokens, i));
    else {
      const at = specifierOf(tokens, i);
      if (at !== undefined)
        imports.push({ ...importAt(tokens, at, false), names: namesOf(tokens, i, gone) });
    }
  }
  return imports;
}

function dynamic(tokens: Tokens, i: number): Import {
  const literal = tokens.isString(i + 2) && [")", ","].includes(tokens.text(i + 3));
  if (literal) return importAt(tokens, i + 2, true);
  const at = tokens.start(i);
  return { specifier: "", start: at, end: at, ...placeOf(tokens.source, at), dynamic: true };
}

/** Where the specifier of an import or export declaration stands, if it has one. */
function specifierOf(tokens: Tokens, i: number): number | undefined {
  const [text, next] = [tokens.text(i), tokens.text(i + 1)];
  if (text === "import" && tokens.isString(i + 1)) return i + 1;
  if (text === "export" ? !["{", "*"].includes(next) : !/^[\w$*{\u0080-\uffff]/.test(next))
    return undefined;
  for (let at = i + 1; at < tokens.count; at++) {
    const one = tokens.text(at);
    if (one === "{") at = tokens.closing(at);
    else if (one === "from" && tokens.isString(at + 1)) return at + 1;
    else if (!/^[\w$*,\u0080-\uffff"']/.test(one)) return undefined;
  }
  return undefined;
}

function importAt(tokens: Tokens, i: number, dynamic: boolean): Import {
  const [start, end] = [tokens.start(i) + 1, tokens.end(i) - 1];
  const specifier = tokens.source.slice(start, end);
  return { specifier, start, end, ...placeOf(tokens.source, start - 1), dynamic };
}

/** The code with each import's specifier replaced by what `to` gives for it. */
export function replaceImports(
  code: string,
  imports: readonly Import[],
  to: (specifier: string) => string,
): string {
  let replaced = "";
  let at = 0;
  for (const { specifier, start, end } of [...imports].sort((a, b) => a.start - b.start)) {
    replaced += code.slice(at, start) + to(specifier);
    at = end;
  }
  return replaced + code.slice(at);
}
