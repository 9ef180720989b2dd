import type { ModuleId } from "../types.ts";

/** Where the language service has its files; there is no disk under it. */
const cellsFolder = "/chapters";
export const packagesFolder = "/node_modules/@humpty";
export const globalsFile = "/lib/globals.d.ts";

export const libraryOf = (name: string): string => `/lib/${name}`;
export const pathOf = (id: ModuleId): string => `${cellsFolder}/${id}`;

/** A cell is offered the names of those in its folder: a chapter, or an exercise. */
export const folderOf = (id: ModuleId): string => id.slice(0, id.lastIndexOf("/"));

/** The module of a path, if it is one. */
export const moduleOf = (path: string): ModuleId | undefined =>
  path.startsWith(`${cellsFolder}/`) ? path.slice(cellsFolder.length + 1) : undefined;

/** The package of a path, and the file in it that it was made from. */
export function packageOf(path: string): { name: string; file: string } | undefined {
  const [, name, file] = /^\/node_modules\/(@humpty\/\w+)\/(.+)\.d\.ts$/.exec(path) ?? [];
  return name === undefined || file === undefined ? undefined : { name, file: `${file}.ts` };
}
