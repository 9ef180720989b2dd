import type { Lang } from "../../display/words.ts";
import { isEditable, solutionOf } from "../ids.ts";
import type { Edit } from "../store.ts";
import type { ModuleId } from "../types.ts";
import { readmeOf } from "./readme.ts";

/** Files by their paths. */
export type Files = Readonly<Record<string, string>>;

export interface ProjectOptions {
  /** The whole book as a project: what the build gathered. */
  book: Files;
  lang: Lang;
  /** Where the book is to be read. */
  address: string;
  edit(id: ModuleId): Edit | undefined;
  /** Whether the reader wants the book's solution where their own answer would stand. */
  takesBooks(solution: ModuleId): boolean;
  /** The slug of the one chapter that is wanted; all are, where none is named. */
  chapter?: string | undefined;
}

/** What a project says of itself, for its tests and for the way back into the book. */
export interface ProjectNote {
  humpty: "project";
  version: 1;
  lang: Lang;
  /** What `npm test` runs. */
  tests: ModuleId[];
  /** The book's texts that the reader's began from. */
  base: Record<ModuleId, string>;
}

export const noteName = "humpty.json";
const folder = "chapters/";

/** The files of a project that runs under Node: the book's packages, and the cells with the reader's edits in their places. */
export function projectFiles({ book, edit, takesBooks, ...options }: ProjectOptions): Files {
  const { lang, chapter } = options;
  const files: Record<string, string> = {};
  const base: Record<ModuleId, string> = {};
  const texts = new Map<ModuleId, string>();
  for (const [path, text] of Object.entries(book)) {
    if (!path.startsWith(folder)) files[path] = text;
    else texts.set(path.slice(folder.length), text);
  }
  const edited: ModuleId[] = [];
  for (const [id, text] of texts) {
    const mine = isEditable(id) ? edit(id) : undefined;
    if (isEditable(id)) base[id] = mine?.base ?? text.trimEnd();
    if (!mine) continue;
    edited.push(id);
    texts.set(id, `${mine.text}\n`);
    const solution = solutionOf(id);
    // As on the page: later cells use the reader's answer.
    if (solution && !takesBooks(solution)) texts.set(solution, yours);
  }
  const own = [...texts.keys()].filter((id) => !chapter || id.startsWith(`${chapter}/`));
  const wanted = withImports(own, texts);
  for (const id of wanted) files[folder + id] = texts.get(id) ?? "";
  const note: ProjectNote = {
    humpty: "project",
    version: 1,
    lang,
    tests: own.filter(isEditable),
    base: Object.fromEntries(Object.entries(base).filter(([id]) => wanted.has(id))),
  };
  files[noteName] = `${JSON.stringify(note, null, 1)}\n`;
  files["README.md"] = readmeOf({ ...options, edited: edited.filter((id) => wanted.has(id)) });
  return files;
}

const yours = `// Your answer stands in for the book's, as on the page.
export * from "./starter.ts";
`;

/** Modules, and all that they import, directly or not. */
function withImports(
  ids: readonly ModuleId[],
  texts: ReadonlyMap<ModuleId, string>,
): ReadonlySet<ModuleId> {
  const found = new Set<ModuleId>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id) || !texts.has(id)) continue;
    found.add(id);
    waiting.push(...importsOf(texts.get(id) ?? "", id));
  }
  return found;
}

/** The files that a text names as its imports, those of types included. Where it names one in a comment, that comes along for nothing. */
export const importsOf = (text: string, from: string): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"'\n]+)["']/g)].map(([, specifier]) =>
    new URL(specifier ?? "", `file:///${from}`).pathname.slice(1),
  );
