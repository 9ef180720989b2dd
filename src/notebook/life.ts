import { dependants, type Modules, order } from "./graph.ts";
import type { ModuleId } from "./types.ts";
import { differences, type Ingredients } from "./version.ts";

/** A dependant that took no longer than this, in milliseconds, runs again at once; others turn stale and say why. */
export const cheap = 250;

/** What a cell has been through. Whether its result is still true is not kept: it follows from what it was made from. */
export interface Life {
  /** What the result that is shown was made from. */
  readonly made: Ingredients;
  /** Where that result came from, and whether it is an error. */
  readonly last: "published" | "done" | "failed";
  /** How long it takes to run: the last run's time, or half of what was thought before, where that is more. */
  readonly milliseconds: number;
  /** How far it had come, where its result is that of a run which ended early. */
  readonly early?: number | undefined;
  readonly now: "still" | "queued" | "running" | "stopped";
}

export type LifeEvent =
  | { type: "queue" }
  | { type: "start" }
  | {
      type: "finish";
      made: Ingredients;
      failed: boolean;
      milliseconds: number;
      early?: number | undefined;
    }
  | { type: "stop" };

/** A cell as the book publishes it. */
export const published = (made: Ingredients, milliseconds: number): Life => ({
  made,
  last: "published",
  milliseconds,
  now: "still",
});

/** What an event makes of a cell's life. An event that cannot happen then changes nothing, such as a result after Stop. */
export function transition(life: Life, event: LifeEvent): Life {
  switch (event.type) {
    case "queue":
      return life.now === "running" ? life : { ...life, now: "queued" };
    case "start":
      return { ...life, now: "running", early: undefined };
    case "stop":
      // One that only waited is as it was.
      if (life.now === "running") return { ...life, now: "stopped" };
      return life.now === "queued" ? { ...life, now: "still" } : life;
    case "finish": {
      if (life.now !== "running") return life;
      const { made, failed, early } = event;
      // One run that was quick, such as of a training that was kept, does not make a cell quick; one that failed tells nothing.
      const milliseconds = Math.max(
        failed ? 0 : event.milliseconds,
        life.milliseconds / (failed ? 1 : 2),
      );
      return { made, last: failed ? "failed" : "done", milliseconds, early, now: "still" };
    }
  }
}

/** Why a result is not true any more: a text changed, the cell's own or an earlier one's, or a control moved. */
export interface Reason {
  module: ModuleId;
  /** The control's name; without one, the text. */
  input?: string;
}

export type Status =
  | { state: "published" | "done" | "failed" | "queued" | "running" | "stopped" }
  | { state: "edited" | "stale"; because: Reason[] };

/** How a cell stands, given what its result would be made from now. */
export function status(id: ModuleId, life: Life, ingredients: Ingredients): Status {
  if (life.now !== "still") return { state: life.now };
  const because = reasons(life, ingredients);
  if (because.some(({ module, input }) => module === id && input === undefined))
    return { state: "edited", because };
  if (because.length > 0) return { state: "stale", because };
  return { state: life.last };
}

/** What changed since a result was made, earlier cells first. */
export function reasons(life: Life, ingredients: Ingredients): Reason[] {
  return differences(life.made, ingredients).map((name) => {
    const [module = "", input] = name.split("?");
    return input === undefined ? { module } : { module, input };
  });
}

/** What becomes of those that use a cell once it has a new result. */
export interface Plan {
  /** These run at once, in this order. */
  run: ModuleId[];
  /** These wait for the reader, and say why they are stale. */
  stale: ModuleId[];
}

/**
 * Which dependants of `changed` run again at once, and which turn stale: those that took long, those whose text the reader
 * is still changing, and those that need such a one. Nothing runs after a cell that failed.
 */
export function plan(
  modules: Modules,
  lives: ReadonlyMap<ModuleId, Life>,
  ingredientsOf: (id: ModuleId) => Ingredients,
  changed: ModuleId,
): Plan {
  const isOld = (id: ModuleId): boolean => {
    const life = lives.get(id);
    return life === undefined || reasons(life, ingredientsOf(id)).length > 0;
  };
  const waits = (id: ModuleId): boolean => {
    const life = lives.get(id);
    if (!life || life.milliseconds > cheap) return true;
    return life.now === "stopped" || status(id, life, ingredientsOf(id)).state === "edited";
  };
  const needs = (id: ModuleId): ModuleId[] => {
    try {
      return order(modules, id);
    } catch {
      return [];
    }
  };
  const old = dependants(modules, changed).filter(isOld);
  if (lives.get(changed)?.last === "failed") return { run: [], stale: old };
  const run = old.filter((id) => {
    const needed = needs(id).filter(isOld);
    return needed.length > 0 && !needed.some(waits);
  });
  return { run, stale: old.filter((id) => !run.includes(id)) };
}
