import { parse, type Token } from "sucrase/dist/parser/index.js";
import { TokenType } from "sucrase/dist/parser/tokenizer/types.js";

const named = (names: string[]): ReadonlySet<number> =>
  new Set(names.map((name) => TokenType[name] ?? -1));

const kinds = {
  /** `private` and the like where they are modifiers, not names. */
  modifier: named(["_public", "_private", "_protected", "_readonly", "_override", "_abstract"]),
  /** Modifiers of a field that is there for the type checker only. */
  ambient: named(["_declare", "_abstract"]),
  static: named(["_static"]),
  nonNull: named(["nonNullAssertion"]),
  enum: named(["_enum"]),
  decorator: named(["at"]),
  name: named(["name"]),
};

/** Sucrase's `IdentifierRole`, as far as it is of use here. */
const roles = { topLevel: 2, topLevelShorthand: 5, import: 9 };

/** The tokens of a TypeScript module, by number; beyond both ends there are empty ones. */
export class Tokens {
  readonly source: string;
  readonly list: readonly Token[];

  /** Throws Sucrase's SyntaxError, whose `loc` has the place. */
  constructor(source: string) {
    this.source = source;
    // The last token is the end of the text.
    this.list = parse(source, false, true, false).tokens.slice(0, -1);
  }

  get count(): number {
    return this.list.length;
  }

  text(i: number): string {
    return this.source.slice(this.start(i), this.end(i));
  }

  start(i: number): number {
    return this.list[i]?.start ?? (i < 0 ? 0 : this.source.length);
  }

  end(i: number): number {
    return this.list[i]?.end ?? (i < 0 ? 0 : this.source.length);
  }

  /** Whether Sucrase's parser took it for a part of a type. */
  isType(i: number): boolean {
    return this.list[i]?.isType ?? false;
  }

  is(i: number, kind: keyof typeof kinds): boolean {
    return kinds[kind].has(this.list[i]?.type ?? -2);
  }

  /** Whether it declares a name of the module's own: `a` in `const a = 1` and in `const { a } = x`. */
  declaresTop(i: number): boolean {
    const role = this.list[i]?.identifierRole;
    return role === roles.topLevel || role === roles.topLevelShorthand;
  }

  declaresImport(i: number): boolean {
    return this.list[i]?.identifierRole === roles.import;
  }

  isString(i: number): boolean {
    return /^["']/.test(this.text(i));
  }

  /** Whether a line ends somewhere between the end of `i` and the start of `j`. */
  lineBetween(i: number, j: number): boolean {
    return this.source.slice(this.end(i), this.start(j)).includes("\n");
  }

  /** The number of the bracket that closes the one at `i`. */
  closing(i: number): number {
    let depth = 0;
    for (let at = i; at < this.count; at++) {
      const text = this.text(at);
      if (["{", "[", "(", "${"].includes(text)) depth++;
      if (["}", "]", ")"].includes(text) && --depth === 0) return at;
    }
    return this.count;
  }
}
