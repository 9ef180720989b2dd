import type { Refusal } from "./refuse.ts";
import type { Tokens } from "./tokens.ts";

/**
 * Mistakes that Sucrase's parser lets pass and the engines refuse: Chromium does not say where they are, so they are looked for
 * here. Not all of them; the rest fails without a line.
 */
export function findMistake(tokens: Tokens, gone: readonly boolean[]): Refusal | undefined {
  const declared = new Map<string, number>();
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.is(i, "name")) {
      const message = punctuation(tokens.text(i));
      if (message !== undefined) return { token: i, message };
    }
    if (gone[i]) continue;
    const text = tokens.text(i);
    if (text === "const" && tokens.is(i + 1, "name") && !hasValue(tokens, i + 1)) {
      const name = tokens.text(i + 1);
      return { token: i + 1, message: `const ${name} has no value: write \`const ${name} = …;\`` };
    }
    if (!tokens.declaresTop(i) && !tokens.declaresImport(i)) continue;
    const first = declared.get(text);
    if (first === undefined) declared.set(text, i);
    // Only `var` may say a name twice; a list of names after it is rare enough to leave all such to the engine.
    else if (!tokens.source.includes("var ")) {
      const line = tokens.source.slice(0, tokens.start(first)).split("\n").length;
      return { token: i, message: `${text} is declared twice: first on line ${line}` };
    }
  }
  return undefined;
}

/** Whether a `const`'s name is followed by `=`, or stands in `for (const x of …)`. */
function hasValue(tokens: Tokens, name: number): boolean {
  let at = name + 1;
  while (tokens.isType(at)) at++;
  return /^(?:=|of|in)$/.test(tokens.text(at));
}

const marks: Record<string, string> = {
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "，": ",",
  "；": ";",
  "：": ":",
  "（": "(",
  "）": ")",
  "【": "[",
  "】": "]",
  "｛": "{",
  "｝": "}",
  "＝": "=",
  "＋": "+",
  "－": "-",
  "＊": "*",
  "／": "/",
  "＜": "<",
  "＞": ">",
  "！": "!",
  "？": "?",
  "。": ".",
  "、": ",",
};

/** Marks of prose, which the parser takes for letters of a name. */
function punctuation(name: string): string | undefined {
  const found = [...name].find((one) => !/[\p{ASCII}\p{ID_Continue}\p{Join_Control}]/u.test(one));
  if (found === undefined) return undefined;
  const instead = marks[found];
  return `\`${found}\` is not a sign of the language${instead === undefined ? "" : `: write \`${instead}\``}`;
}
