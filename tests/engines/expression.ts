/** A function (as text) applied to arguments, or an expression, as one expression for a page. */
export const expression = (what: unknown, args: readonly unknown[]): string =>
  typeof what === "function" ? `(${what})(...${JSON.stringify(args)})` : `(${what})`;
