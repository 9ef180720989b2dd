/** What `encode` does with a special token's text: its token, an error, or the tokens of its characters. */
export type Special = "allow" | "refuse" | "text";

/** Finds any of some texts, the longest where several begin. */
export function anyOf(texts: readonly string[]): RegExp {
  const longestFirst = [...texts].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp(escaped.join("|"), "gu");
}
