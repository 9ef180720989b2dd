import type { CompletionEntryData, UserPreferences } from "typescript";
import type { ModuleId } from "../types.ts";
import type { Completions, Details } from "./answers.ts";
import { folderOf, pathOf } from "./files.ts";
import { documentation, partsOf } from "./say.ts";
import type { Service } from "./service.ts";

/** Names of other cells are offered from this chapter, but not of those that use this cell: an import would go in a circle. */
function preferencesFor(service: Service, id: ModuleId): UserPreferences {
  const users = usersOf(service, id);
  const others = [...service.modules].filter(
    (one) => users.has(one) || folderOf(one) !== folderOf(id),
  );
  return {
    includeCompletionsForModuleExports: true,
    autoImportFileExcludePatterns: others.map(pathOf),
    importModuleSpecifierPreference: "non-relative",
    importModuleSpecifierEnding: "js",
    quotePreference: "double",
  };
}

/** How the book's code is written. */
const format = { indentSize: 2, convertTabsToSpaces: true, semicolons: "insert" } as never;

/** What can be written at a place. */
export function complete(service: Service, id: ModuleId, at: number): Completions | undefined {
  const info = service.typescript.getCompletionsAtPosition(
    ...([pathOf(id), at, preferencesFor(service, id)] as const),
  );
  if (!info) return undefined;
  const word = info.optionalReplacementSpan;
  return {
    from: word?.start ?? at,
    to: word ? word.start + word.length : at,
    suggestions: info.entries.map(({ name, kind, sortText, insertText, source, data }) => ({
      ...{ name, kind, rank: Number.parseInt(sortText, 10) || 0, insert: insertText },
      source: data?.moduleSpecifier ?? source,
      // Without its key into what this program found, it is found by name: more may be read before the details are asked for.
      data: { source, data: data && { ...data, exportMapKey: undefined } },
    })),
  };
}

/** What is known of one suggestion, and what else is written with it. */
export function details(
  service: Service,
  id: ModuleId,
  at: number,
  name: string,
  asked: unknown,
): Details | undefined {
  const { source, data } = (asked ?? {}) as { source?: string; data?: CompletionEntryData };
  const path = pathOf(id);
  const found = service.typescript.getCompletionEntryDetails(
    ...([path, at, name, format, source, preferencesFor(service, id), data] as const),
  );
  if (!found) return undefined;
  const changes = (found.codeActions ?? [])
    .flatMap((action) => action.changes)
    .filter(({ fileName }) => fileName === path)
    .flatMap(({ textChanges }) => textChanges);
  return {
    parts: partsOf(found.displayParts),
    ...documentation(found.documentation, found.tags),
    changes: changes.map(({ span, newText }) => ({
      ...{ from: span.start, to: span.start + span.length, insert: newText },
    })),
  };
}

/** A cell itself, and the cells that import it, directly or not. */
function usersOf({ typescript, modules }: Service, id: ModuleId): Set<ModuleId> {
  const program = typescript.getProgram();
  const users = new Set([id]);
  const imports = [...modules].map((one) => {
    const text = program?.getSourceFile(pathOf(one))?.text ?? "";
    const found = [...text.matchAll(/from "(\.[^"]+)"/g)].map(([, specifier = ""]) =>
      new URL(specifier, `file:///${one}`).pathname.slice(1),
    );
    return { one, found };
  });
  for (let before = 0; before < users.size; ) {
    before = users.size;
    for (const { one, found } of imports) if (found.some((it) => users.has(it))) users.add(one);
  }
  return users;
}
