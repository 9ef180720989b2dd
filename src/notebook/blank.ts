import type { Tokens } from "./tokens.ts";

/** Which tokens are there for the type checker only: Sucrase's parser marks types, the rest is found here. */
export function typeOnly(tokens: Tokens): boolean[] {
  const gone = tokens.list.map(
    ({ isType }, i) => isType || tokens.is(i, "modifier") || tokens.is(i, "nonNull"),
  );
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.isType(i)) continue;
    const text = tokens.text(i);
    if (text === "import" || text === "export") {
      const end = isTypeClause(tokens, i) ? endOfClause(tokens, i) : i;
      gone.fill(true, i, end);
      if (end === i) dropCommas(tokens, i, gone);
    } else if (tokens.is(i, "ambient") && tokens.text(i + 1) !== "class") {
      const [from, to] = ambientField(tokens, i);
      gone.fill(true, from, to);
    }
  }
  return gone;
}

/** `import type …` and `export type …`, but not `import type from` nor `export type X = …`, which is marked by the parser. */
function isTypeClause(tokens: Tokens, i: number): boolean {
  if (tokens.text(i + 1) !== "type") return false;
  const next = tokens.text(i + 2);
  if (next === "{" || next === "*") return true;
  if (tokens.text(i) === "export") return false;
  return next === "from" ? tokens.text(i + 3) === "from" : /^[\p{ID_Start}$_]/u.test(next);
}

function endOfClause(tokens: Tokens, i: number): number {
  let at = i + 2;
  if (tokens.text(at) === "{") at = tokens.closing(at) + 1;
  else while (at < tokens.count && !["from", "="].includes(tokens.text(at))) at++;
  if (tokens.text(at) === "from" && tokens.text(at + 1) === "from") at++;
  if (tokens.text(at) === "from") at += 2;
  if (tokens.text(at) === "=") at = tokens.closing(at + 2) + 1;
  if (tokens.text(at) === "with" && tokens.text(at + 1) === "{") at = tokens.closing(at + 1) + 1;
  return tokens.text(at) === ";" ? at + 1 : at;
}

/** In `{ type A, b }` the comma goes with the type. */
function dropCommas(tokens: Tokens, i: number, gone: boolean[]): void {
  const at = [i + 1, i + 3].find((one) => tokens.text(one) === "{");
  if (at === undefined || (at === i + 3 && tokens.text(i + 2) !== ",")) return;
  for (let j = at + 1; j < tokens.closing(at); j++)
    if (tokens.text(j) === "," && tokens.isType(j - 1)) gone[j] = true;
}

/** A class's `declare x: number;` or `abstract x: number;`, with its other modifiers. */
function ambientField(tokens: Tokens, i: number): [from: number, to: number] {
  const modifies = (at: number): boolean =>
    tokens.is(at, "modifier") || tokens.is(at, "ambient") || tokens.is(at, "static");
  let from = i;
  while (modifies(from - 1)) from--;
  let to = i;
  while (modifies(to)) to++;
  to = tokens.text(to) === "[" ? tokens.closing(to) + 1 : to + 1;
  while (tokens.isType(to)) to++;
  return [from, tokens.text(to) === ";" ? to + 1 : to];
}

/** The code with what is for the type checker only turned into blanks: every line and column stays. */
export function blank(tokens: Tokens, gone: readonly boolean[]): string {
  const { source } = tokens;
  const chars = source.split("");
  const put = (at: number, char: string): void => {
    chars[at] = char;
  };
  for (let i = 0; i < tokens.count; i++) {
    if (!gone[i]) continue;
    // Comments within a type go with it, those between two do not.
    const end = gone[i + 1] && !begins(tokens, i + 1) ? tokens.start(i + 1) : tokens.end(i);
    for (let at = tokens.start(i); at < end; at++) if (/\S/.test(source[at] ?? "")) put(at, " ");
  }
  for (let i = 0; i < tokens.count; i++) {
    if (!gone[i] || gone[i - 1]) continue;
    let end = i;
    while (gone[end]) end++;
    repair(tokens, i, end, put);
  }
  return chars.join("");
}

const begins = (tokens: Tokens, i: number): boolean =>
  /^(?:export|import|type|interface|declare|namespace)$/.test(tokens.text(i)) &&
  /^[\w$*{\u0080-\uffff]/.test(tokens.text(i + 1)) &&
  tokens.lineBetween(i - 1, i);

/** What is left on both sides of a gap must not run together, nor be torn apart by the line ends that stay in it. */
function repair(
  tokens: Tokens,
  from: number,
  to: number,
  put: (at: number, char: string) => void,
): void {
  const [before, first, after] = [from - 1, from, to].map((i) => tokens.text(i)) as [
    string,
    string,
    string,
  ];
  const start = tokens.start(from);
  if (tokens.lineBetween(from - 1, to)) {
    if (before === ")" && after === "=>") {
      // `(x): {⏎} => x`: the parenthesis must close on the arrow's line.
      put(tokens.start(from - 1), " ");
      put(tokens.end(to - 1) - 1, ")");
      return;
    }
    if (first === "<" && after === "(" && /^(?:async|return|throw|yield)$/.test(before)) {
      // `async <⏎T>(x) => x`, `return <⏎T>(x) => x`: the parenthesis must open on the word's line.
      put(start, "(");
      put(tokens.start(to), " ");
      return;
    }
  }
  const newLine = tokens.lineBetween(to - 1, to);
  const inline = /^(?:[:<?!]|implements|as|satisfies)$/.test(first);
  const opens = /^[([`]/.test(after);
  const separates = inline
    ? /^(?:as|satisfies)$/.test(first)
      ? opens && newLine
      : // A field named `get` followed by another field is no getter.
        /^(?:get|set|static|async|accessor)$/.test(before) &&
        (first === ":" || tokens.text(from + 1) === ":") &&
        newLine &&
        /^[\p{ID_Start}$_#[*"'\d]/u.test(after)
    : /^(?:else|do|\))$/.test(before) ||
      ((opens || /^(?:[-+*/]|in$|instanceof$)/.test(after)) &&
        !/^(?:|[;{(,]|static|accessor)$/.test(before));
  if (separates) put(start, ";");
}
