import { nameOf } from "../ids.ts";
import type { Reason, Status } from "../life.ts";
import type { CellResult, ModuleId, Progress } from "../types.ts";
import type { CellLook } from "./cell-view.ts";
import type { Page } from "./page.ts";
import type { Words } from "./words.ts";

/** All that a cell's place shows of how it stands; `waits` is how far its training had come when it was left. */
export function lookOf(
  { notebook, sources, words }: Page,
  id: ModuleId,
  waits: (id: ModuleId) => Progress | undefined,
): CellLook {
  const status = notebook.status(id);
  const { state } = status;
  const edited = sources.isEdited(id);
  const result = notebook.results.get(id);
  const under = Object.keys(sources.ingredients(id));
  const busy = state === "running" || state === "queued";
  const left = busy ? undefined : waits(id);
  return {
    state,
    told: tellStatus(id, status, result, edited, words),
    edited,
    usesEdited: under.filter((one) => one !== id && sources.isEdited(one)),
    error: state === "failed" ? result?.error : undefined,
    progress:
      notebook.showing.get(id)?.progress ??
      (left && { ...left, note: words.waits(left.done, left.total) }),
    mayFinish: state === "running" && notebook.mayFinish(id),
  };
}

/** How a cell stands, in the reader's words. */
export function tellStatus(
  id: ModuleId,
  status: Status,
  result: CellResult | undefined,
  edited: boolean,
  words: Words,
): string {
  switch (status.state) {
    case "stale":
      return tellReasons(id, status.because, words);
    case "done": {
      const ran = words.done(result?.milliseconds ?? 0);
      return edited ? `${words.yours}, ${ran}` : ran;
    }
    default:
      return words[status.state];
  }
}

function tellReasons(id: ModuleId, because: Reason[], words: Words): string {
  if (because.every(({ module, input }) => module === id && input !== undefined))
    return words.staleInput;
  return words.staleBecause([...new Set(because.map(({ module }) => nameOf(module)))].join(", "));
}
