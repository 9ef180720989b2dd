import { quote } from "../../display/quote.ts";
import type { CellResult, ModuleId } from "../types.ts";

/** Brings the numbers in the prose that come from a cell up to its latest result, and marks those that moved. */
export function updateValues(root: ParentNode, id: ModuleId, values: CellResult["values"]): void {
  for (const place of root.querySelectorAll<HTMLDataElement>(
    `data[data-cell="${CSS.escape(id)}"]`,
  )) {
    const value = values[place.dataset["name"] ?? ""];
    if (value === undefined) continue;
    const digits = place.dataset["digits"];
    const text = quote(value, digits === undefined ? undefined : Number(digits));
    if (place.textContent === text) continue;
    place.dataset["published"] ??= place.textContent ?? "";
    place.textContent = text;
    place.value = String(value);
    place.classList.toggle("moved", text !== place.dataset["published"]);
  }
}
