import { placeOf } from "./place.ts";
import type { Tokens } from "./tokens.ts";
import type { ImportedName } from "./types.ts";

/** What a module exports, `default` included. Undefined where that is not told by its own text (`export * from`). */
export function exportsOf(tokens: Tokens, gone: readonly boolean[]): string[] | undefined {
  const names: string[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (gone[i] || tokens.text(i) !== "export" || tokens.text(i - 1) === ".") continue;
    const next = tokens.text(i + 1);
    if (next === "*" && tokens.text(i + 2) !== "as") return undefined;
    if (next === "*") names.push(tokens.text(i + 3));
    else if (next === "{")
      names.push(...specifiers(tokens, i + 1, gone).map((one) => tokens.text(one.outer)));
    else if (next === "default") names.push("default");
    else if (/^(?:const|let|var)$/.test(next)) names.push(...declared(tokens, i + 2));
    else {
      // `function f`, `async function* f`, `abstract class C`
      let at = i + 1;
      while (/^(?:async|function|\*|abstract|class)$/.test(tokens.text(at))) at++;
      names.push(tokens.text(at));
    }
  }
  return names;
}

/** The names that the import or re-export at `i` asks of the module that it leads to. */
export function namesOf(tokens: Tokens, i: number, gone: readonly boolean[]): ImportedName[] {
  const found: ImportedName[] = [];
  const add = (name: string, at: number): void => {
    found.push({ name, ...placeOf(tokens.source, tokens.start(at)) });
  };
  let at = i + 1;
  if (tokens.text(i) === "import" && /^[\p{ID_Start}$_]/u.test(tokens.text(at))) {
    add("default", at);
    if (tokens.text(at + 1) === ",") at += 2;
  }
  if (tokens.text(at) === "{")
    for (const { inner } of specifiers(tokens, at, gone)) add(tokens.text(inner), inner);
  return found;
}

/** The specifiers of `{ inner as outer, … }`. */
function specifiers(
  tokens: Tokens,
  open: number,
  gone: readonly boolean[],
): { inner: number; outer: number }[] {
  const found: { inner: number; outer: number }[] = [];
  const close = tokens.closing(open);
  for (let i = open + 1; i < close; i++) {
    if (gone[i] || tokens.text(i) === ",") continue;
    const outer = tokens.text(i + 1) === "as" ? i + 2 : i;
    found.push({ inner: i, outer });
    i = outer;
  }
  return found;
}

/** The names that `const a = …, { b } = …` declares, from its first on. */
function declared(tokens: Tokens, from: number): string[] {
  const names: string[] = [];
  let depth = 0;
  for (let i = from; i < tokens.count; i++) {
    const text = tokens.text(i);
    if (
      depth === 0 &&
      /^(?:;|const|let|var|function|class|import|export)$/.test(text) &&
      !/^(?:=|=>|\(|,|async|new)$/.test(tokens.text(i - 1))
    )
      break;
    if (/^[([{]$|^\$\{$/.test(text)) depth++;
    if (/^[)\]}]$/.test(text)) depth--;
    if (tokens.declaresTop(i)) names.push(text);
  }
  return names;
}
