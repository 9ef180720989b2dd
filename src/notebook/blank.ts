import helpers from "sucrase/dist/HelperManager.js";
import names from "sucrase/dist/NameManager.js";
import parser, { type Token } from "sucrase/dist/parser/index.js";
import tokenTypes from "sucrase/dist/parser/tokenizer/types.js";
import processors from "sucrase/dist/TokenProcessor.js";
import transformers from "sucrase/dist/transformers/RootTransformer.js";

const { TokenType: tt } = tokenTypes;
const type = (name: string): number => tt[name] ?? -1;

export type { Token };

/** The tokens of a TypeScript module. Throws Sucrase's SyntaxError, whose `loc` has the place. */
export const tokensOf = (source: string): Token[] =>
  parser.parse(source, false, true, false).tokens;

export const typeOf = type;

/**
 * TypeScript with its types blanked out by spaces, so that every line and column stays. Sucrase's own transformer decides
 * what is a type; where it would write something shorter, blanks are written.
 */
export function blankTypes(source: string, tokens: Token[]): string {
  const nameManager = new names.default(source, tokens);
  const helperManager = new helpers.HelperManager(nameManager);
  const tokenProcessor = new Blanker(source, tokens, false, true, helperManager);
  const context = { tokenProcessor, scopes: [], nameManager, importProcessor: null, helperManager };
  const options = {
    transforms: ["typescript"],
    disableESTransforms: true,
    keepUnusedImports: true,
  };
  const { code } = new InPlace(context, ["typescript"], false, options).transform();
  if (code.length !== source.length)
    throw new Error("compiling moved code: this is a fault of the book's");
  return separate(source, code, tokens);
}

class Blanker extends processors.default {
  /** Where the last blanked token ended: comments between two of them are blanked as well. */
  #blankedTo = -1;

  override replaceToken(code: string): void {
    const { start, end } = this.currentToken();
    const between = this.previousWhitespaceAndComments();
    this.resultCode += this.#blankedTo === start - between.length ? blank(between) : between;
    if (code === "") this.#blankedTo = end;
    this.resultCode += code + blank(this.code.slice(start + code.length, end));
    this.tokenIndex++;
  }

  /** The comma of `a, { type B }` is taken out and put in again: into the blank that it left. */
  override appendCode(code: string): void {
    this.resultCode = this.resultCode.slice(0, this.resultCode.length - code.length) + code;
  }

  replaceTokenTrimmingLeftWhitespace(code: string): void {
    this.replaceToken(code);
  }
}

class InPlace extends transformers.default {
  /** `(x): T⏎=> x` needs its parenthesis on the arrow's line: there it takes the place of the type's last character. */
  override processPossibleArrowParamEnd(): boolean {
    const { tokens } = this;
    if (
      !tokens.matches2(type("parenR"), type("colon")) ||
      !tokens.tokens[tokens.currentIndex() + 1]?.isType
    )
      return false;
    const after = this.#afterTypes(tokens.currentIndex() + 1);
    if (tokens.tokens[after]?.type !== type("arrow")) return false;
    const from = tokens.currentToken();
    const last = tokens.tokens[after - 1];
    const moves =
      last !== undefined && tokens.code.slice(from.end, tokens.tokens[after]?.start).includes("\n");
    if (moves) tokens.removeToken();
    else tokens.copyToken();
    while (tokens.currentIndex() < after) tokens.removeToken();
    if (moves) tokens.resultCode = put(tokens.resultCode, tokens.resultCode.length - 1, ")");
    tokens.copyToken();
    return true;
  }

  /** In place, nothing moves: `async <T>(x) => x` needs no repair unless its lines break in the middle. */
  override processPossibleAsyncArrowWithTypeParams(): boolean {
    return false;
  }

  #afterTypes(index: number): number {
    let at = index;
    while (this.tokens.tokens[at]?.isType) at++;
    return at;
  }
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, " ");
const put = (text: string, at: number, char: string): string =>
  text.slice(0, at) + char + text.slice(at + 1);

/** Where a blanked statement or type ended one line and the next begins with `(`, `[` or a template, a `;` keeps them apart. */
function separate(source: string, code: string, tokens: Token[]): string {
  let separated = code;
  for (let i = 0; i < tokens.length; i++) {
    if (!isGone(i) || (i > 0 && isGone(i - 1))) continue;
    let next = i;
    while (next < tokens.length && isGone(next)) next++;
    const before = tokens[i - 1];
    const first = tokens[i];
    const last = tokens[next - 1];
    const after = tokens[next];
    if (!before || !first || !last || !after) continue;
    const opens = ["(", "[", "`"].includes(source[after.start] ?? "");
    const parts = source.slice(last.end, after.start).includes("\n");
    if (!opens || !parts) continue;
    const word = source.slice(first.start, first.end);
    const ends = ["as", "satisfies", "type", "interface", "declare", "import", "export"].includes(
      word,
    );
    if (ends) separated = put(separated, last.end - 1, ";");
  }
  return separated;

  function isGone(i: number): boolean {
    const token = tokens[i];
    return (
      token !== undefined &&
      token.end > token.start &&
      code.slice(token.start, token.end).trim() === ""
    );
  }
}
