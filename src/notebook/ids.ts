import type { ModuleId } from "./types.ts";

/** Where the reader answers an exercise, by the module that others import: its solution. Undefined for any other module. */
export const starterOf = (id: ModuleId): ModuleId | undefined =>
  id.endsWith("/solution.ts") ? id.replace(/solution\.ts$/, "starter.ts") : undefined;

/** The module that others import for a reader's answer. Undefined for what is no exercise. */
export const solutionOf = (id: ModuleId): ModuleId | undefined =>
  id.endsWith("/starter.ts") ? id.replace(/starter\.ts$/, "solution.ts") : undefined;

/** `scores.ts` for a cell, the exercise's name for an exercise. */
export function nameOf(id: ModuleId): string {
  const parts = id.split("/");
  return parts.at(-3) === "exercises" ? (parts.at(-2) ?? id) : (parts.at(-1) ?? id);
}

/** Whether an id has the form of a module that a reader can edit: a cell, or the starter of an exercise. */
export const isEditable = (id: string): boolean =>
  id.length <= 200 && /^[\w-]+\/(?:cells\/[\w.-]+|exercises\/[\w.-]+\/starter)\.ts$/.test(id);
