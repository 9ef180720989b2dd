// The parts of Sucrase that it does not declare: see tokens.ts.
declare module "sucrase/dist/parser/index.js" {
  export interface Token {
    type: number;
    start: number;
    end: number;
    isType: boolean;
    identifierRole?: number | null;
  }
  export function parse(
    code: string,
    jsx: boolean,
    typescript: boolean,
    flow: boolean,
  ): { tokens: Token[] };
}
declare module "sucrase/dist/parser/tokenizer/types.js" {
  export const TokenType: Record<string, number>;
}
