// The parts of Sucrase that it does not declare: see tokens.ts.
declare module "sucrase/dist/parser/index.js" {
  export interface Token {
    type: number;
    start: number;
    end: number;
    isType: boolean;
    identifierRole?: number | null;
  }
  const parser: {
    parse(code: string, jsx: boolean, typescript: boolean, flow: boolean): { tokens: Token[] };
  };
  export default parser;
}
declare module "sucrase/dist/parser/tokenizer/types.js" {
  const types: { TokenType: Record<string, number> };
  export default types;
}
