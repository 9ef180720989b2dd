import { displayPartsToString, type JSDocTagInfo, type SymbolDisplayPart } from "typescript";
import type { Documentation, Part } from "./answers.ts";

/** Tags of a docstring that say something which the declaration does not. */
const told = new Set(["param", "returns", "throws", "deprecated", "example"]);

/** A docstring, as text. */
export function documentation(
  about: readonly SymbolDisplayPart[] | undefined,
  tags: readonly JSDocTagInfo[] | undefined,
): Documentation {
  return {
    about: textOf(about),
    tags: (tags ?? [])
      .filter(({ name }) => told.has(name))
      .map(({ name, text }) => ({ name, text: textOf(text) })),
  };
}

/** `{@link Tensor}` comes as three parts, of which the middle one is the name. */
const textOf = (parts: readonly SymbolDisplayPart[] | undefined): string =>
  displayPartsToString(
    parts?.filter(({ kind, text }) => kind !== "link" || !/^\{@link |^\}$/.test(text)),
  ).trim();

/** Parts of one kind after each other are one. */
export function partsOf(parts: readonly SymbolDisplayPart[] | undefined): Part[] {
  const joined: Part[] = [];
  for (const { text, kind } of parts ?? []) {
    const last = joined.at(-1);
    if (last?.kind === kind) last.text += text;
    else joined.push({ text, kind });
  }
  return joined;
}
