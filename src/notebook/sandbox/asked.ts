import type { ModuleId, Progress } from "../types.ts";
import { isCount } from "./listen.ts";
import type { Answer, RunModule } from "./messages.ts";

/** Keeps bytes of cells from one run to the next, each under its cell, the version of all that the cell is made from, and a name. */
export interface Keeper {
  kept(id: ModuleId, version: string, name: string): Promise<Uint8Array | undefined>;
  /** With how far the cell had come by then. Rejects, in the reader's words, when there is no room. */
  keep(
    id: ModuleId,
    version: string,
    name: string,
    bytes: Uint8Array,
    reached?: Progress,
  ): Promise<void>;
}

const mostOfName = 100;

/**
 * Answers what a worker asks, any value at all: undefined where an honest one could not have asked it. A cell comes to its own bytes and to
 * those of the cells that run with it, at the version at which they run.
 */
export async function answer(
  asked: unknown,
  modules: readonly RunModule[],
  keeper: Keeper | undefined,
): Promise<Answer | undefined> {
  if (typeof asked !== "object" || asked === null) return undefined;
  const { type, id, ask, name, bytes, reached } = asked as Record<string, unknown>;
  const module = modules.find((one) => one.id === id);
  if (!module || typeof ask !== "number" || typeof name !== "string") return undefined;
  const answer: Answer = { type: "answer", ask };
  try {
    if (name.length > mostOfName)
      throw new Error(`${String(type)}: the name is longer than ${mostOfName} characters`);
    if (type === "kept") {
      const found = await keeper?.kept(module.id, module.version, name);
      return found ? { ...answer, bytes: found } : answer;
    }
    if (type !== "keep" || !(bytes instanceof Uint8Array)) return undefined;
    await keeper?.keep(module.id, module.version, name, bytes, readProgress(reached));
    return answer;
  } catch (error) {
    return { ...answer, error: (error as Error).message };
  }
}

function readProgress(raw: unknown): Progress | undefined {
  const { done, total } = (raw ?? {}) as Record<string, unknown>;
  return isCount(done) && isCount(total) ? { done, total } : undefined;
}
