import type { ModuleId } from "../types.ts";
import type { Definition, Renaming } from "./answers.ts";
import { moduleOf, packageOf, pathOf } from "./files.ts";
import type { Service } from "./service.ts";

/** Where a name is from; undefined where that is no place to go to. */
export function definition({ typescript }: Service, id: ModuleId, at: number): Definition {
  const [first] = typescript.getDefinitionAtPosition(pathOf(id), at) ?? [];
  if (!first) return undefined;
  const { fileName, textSpan, name, containerName } = first;
  const module = moduleOf(fileName);
  if (module !== undefined) {
    const file = typescript.getProgram()?.getSourceFile(fileName);
    const line = (file?.getLineAndCharacterOfPosition(textSpan.start).line ?? 0) + 1;
    return { module, line, from: textSpan.start, to: textSpan.start + textSpan.length };
  }
  const found = packageOf(fileName);
  if (!found) return undefined;
  const inside = /^[\w.]+$/.test(containerName) ? `${containerName}.${name}` : name;
  return { package: found.name, file: found.file, name: inside };
}

/** All places of a name in its cell, to be renamed there. Undefined for what cannot be. */
export function rename({ typescript }: Service, id: ModuleId, at: number): Renaming | undefined {
  const path = pathOf(id);
  const info = typescript.getRenameInfo(path, at, {});
  if (!info.canRename) return undefined;
  const { start, length } = info.triggerSpan;
  const preferences = { providePrefixAndSuffixTextForRename: true };
  const found = typescript.findRenameLocations(path, at, false, false, preferences) ?? [];
  const elsewhere = found.map(({ fileName }) => moduleOf(fileName)).filter((one) => one !== id);
  return {
    ...{ name: info.displayName, from: start, to: start + length },
    places: found
      .filter(({ fileName }) => fileName === path)
      .map(({ textSpan, prefixText = "", suffixText = "" }) => ({
        ...{ from: textSpan.start, to: textSpan.start + textSpan.length },
        ...{ before: prefixText, after: suffixText },
      })),
    elsewhere: [...new Set(elsewhere.flatMap((one) => one ?? []))],
  };
}
