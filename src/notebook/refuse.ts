import type { Tokens } from "./tokens.ts";

/** TypeScript that is more than types, so that blanks cannot take its place: where it is, and what to write instead. */
export interface Refusal {
  token: number;
  message: string;
}

/** The first thing in a module that cannot be erased. */
export function findRefusal(tokens: Tokens): Refusal | undefined {
  for (let i = 0; i < tokens.count; i++) {
    const message = refusal(tokens, i);
    if (message !== undefined) return { token: i, message };
  }
  return undefined;
}

function refusal(tokens: Tokens, i: number): string | undefined {
  const text = tokens.text(i);
  const [name, after] = [tokens.text(i + 1), tokens.text(i + 2)];
  if (/^(?:namespace|module)$/.test(text) && /^[\w$]/.test(name) && isStatement(tokens, i)) {
    const open = tokens.text(i + 2) === "." ? bodyOf(tokens, i) : i + 2;
    if (tokens.text(open) === "{" && hasValues(tokens, open))
      return `namespace ${name} is not erasable: write \`const ${name} = { … };\`, or make it a cell of its own and import that`;
  }
  if (text === "<" && isCast(tokens, i)) {
    const type = tokens.source.slice(tokens.end(i), tokens.start(closingAngle(tokens, i)));
    return `the cast <${type}>… is not erasable: write \`… as ${type}\` instead`;
  }
  if (tokens.isType(i)) return undefined;
  if (tokens.is(i, "enum"))
    return `enum ${name} is not erasable: write \`const ${name} = { ${members(tokens, i + 2)} } as const;\` instead`;
  if (text === "import" && after === "=")
    return `\`import ${name} = …\` is not erasable: write \`import ${name} from "…";\` instead`;
  if (text === "export" && name === "=")
    return "`export = …` is not erasable: write `export default …;` instead";
  if (text === "export" && name === "import")
    return `\`export import\` is not erasable: write \`export const ${after} = …;\` instead`;
  if (tokens.is(i, "modifier") && /^[(,]$/.test(tokens.text(i - 1))) {
    let at = i;
    while (tokens.is(at, "modifier")) at++;
    const field = tokens.text(at);
    return `the parameter property \`${text} ${field}\` is not erasable: declare the field \`${field}\` in the class, and write \`this.${field} = ${field};\` in the constructor`;
  }
  if (tokens.is(i, "decorator"))
    return `decorators such as @${name} are not in JavaScript yet: call ${name}(…) yourself instead`;
  return undefined;
}

/** `<T>value`, but not the type parameters of `<T>(value) => …` and of calls. */
function isCast(tokens: Tokens, i: number): boolean {
  const before = tokens.text(i - 1);
  const operand =
    /^(?:|[^\w$)\]}>"'`\u0080-\uffff]+|=>|\}|return|typeof|await|case|in|of|void|yield|throw|delete|default|else)$/;
  if (!tokens.isType(i) || tokens.isType(i - 1) || before === "?." || !operand.test(before))
    return false;
  const after = closingAngle(tokens, i) + 1;
  const end = tokens.text(after) === "(" ? tokens.closing(after) + 1 : -1;
  return tokens.text(end) !== "=>" && !(tokens.isType(end) && tokens.text(end) === ":");
}

function closingAngle(tokens: Tokens, i: number): number {
  let at = i;
  while (tokens.isType(at + 1)) at++;
  return at;
}

/** Whether a word such as `namespace` begins a statement, and is not one of the reader's own names. */
function isStatement(tokens: Tokens, i: number): boolean {
  const before = tokens.text(i - 1);
  return tokens.isType(i) && (/^(?:|[;{}]|export)$/.test(before) || tokens.lineBetween(i - 1, i));
}

function bodyOf(tokens: Tokens, i: number): number {
  let at = i + 1;
  while (at < tokens.count && tokens.text(at) !== "{") at++;
  return at;
}

/** Whether a namespace's body, which opens at `open`, has more in it than types. */
function hasValues(tokens: Tokens, open: number): boolean {
  const close = tokens.closing(open);
  for (let i = open + 1; i < close; i++) {
    const text = tokens.text(i);
    const before = tokens.text(i - 1);
    const begins =
      i === open + 1 ||
      /^[;}]$/.test(before) ||
      (tokens.lineBetween(i - 1, i) && /^\w/.test(text) && /[\w\])>"'`]$/.test(before)) ||
      before === "export";
    if (begins && !erased.test(text)) return true;
    if (text === "declare") while (i < close && !/^[;}]$/.test(tokens.text(i))) i = skip(tokens, i);
    else i = skip(tokens, i) - 1;
  }
  return false;
}

const erased =
  /^(?:export|type|interface|declare|namespace|module|import|extends|implements|as|[;=|&?:{]|\W)$/;

const skip = (tokens: Tokens, i: number): number =>
  /^[{[(]$/.test(tokens.text(i)) && !/^(?:namespace|module)$/.test(tokens.text(i - 2))
    ? tokens.closing(i) + 1
    : i + 1;

/** An enum's members as they would stand in an object. */
function members(tokens: Tokens, open: number): string {
  const close = tokens.closing(open);
  const found: string[] = [];
  let next: string | undefined = "0";
  for (let i = open + 1; i < close; i++) {
    const name = tokens.text(i);
    let value: string = next ?? "…";
    if (tokens.text(i + 1) === "=") {
      const from = i + 2;
      i = from;
      while (i < close && tokens.text(i) !== ",")
        i = /^[([{]$/.test(tokens.text(i)) ? tokens.closing(i) + 1 : i + 1;
      value = tokens.source.slice(tokens.start(from), tokens.end(i - 1));
    } else i++;
    next = /^\d+$/.test(value) ? String(Number(value) + 1) : undefined;
    found.push(`${name}: ${value}`);
  }
  return found.slice(0, 6).join(", ") + (found.length > 6 ? ", …" : "");
}
