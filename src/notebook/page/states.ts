import { nameOf } from "../ids.ts";
import type { Reason, Status } from "../life.ts";
import type { CellResult, ModuleId } from "../types.ts";
import type { Words } from "./words.ts";

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
