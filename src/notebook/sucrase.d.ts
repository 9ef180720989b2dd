// The parts of Sucrase that it does not declare: see blank.ts.
declare module "sucrase/dist/parser/index.js" {
  export interface Token {
    type: number;
    contextualKeyword: number;
    start: number;
    end: number;
    isType: boolean;
  }
  const parser: {
    parse(
      code: string,
      jsx: boolean,
      typescript: boolean,
      flow: boolean,
    ): { tokens: Token[]; scopes: unknown };
  };
  export default parser;
}
declare module "sucrase/dist/parser/tokenizer/types.js" {
  const types: { TokenType: Record<string, number>; formatTokenType(type: number): string };
  export default types;
}
declare module "sucrase/dist/TokenProcessor.js" {
  import type { Token } from "sucrase/dist/parser/index.js";
  export class TokenProcessor {
    constructor(code: string, tokens: Token[], flow: boolean, disableES: boolean, helpers: unknown);
    code: string;
    tokens: Token[];
    resultCode: string;
    tokenIndex: number;
    previousWhitespaceAndComments(): string;
    matches1(type: number): boolean;
    matches2(type: number, next: number): boolean;
    currentIndex(): number;
    currentToken(): Token;
    copyToken(): void;
    removeToken(): void;
    replaceToken(code: string): void;
    appendCode(code: string): void;
  }
  const module: { default: typeof TokenProcessor };
  export default module;
}
declare module "sucrase/dist/transformers/RootTransformer.js" {
  import type { TokenProcessor } from "sucrase/dist/TokenProcessor.js";
  export class RootTransformer {
    constructor(context: unknown, transforms: string[], legacy: boolean, options: unknown);
    tokens: TokenProcessor;
    transform(): { code: string };
    processPossibleArrowParamEnd(): boolean;
    processPossibleAsyncArrowWithTypeParams(): boolean;
  }
  const module: { default: typeof RootTransformer };
  export default module;
}
declare module "sucrase/dist/NameManager.js" {
  const module: { default: new (code: string, tokens: unknown) => unknown };
  export default module;
}
declare module "sucrase/dist/HelperManager.js" {
  const module: { HelperManager: new (names: unknown) => unknown };
  export default module;
}
