import { displayPartsToString } from "typescript";
import type { ModuleId } from "../types.ts";
import type { Signature } from "./answers.ts";
import { pathOf } from "./files.ts";
import { documentation } from "./say.ts";
import type { Service } from "./service.ts";

/** The call that a place is in, and which of its parameters is being written. */
export function signature(service: Service, id: ModuleId, at: number): Signature | undefined {
  const help = service.typescript.getSignatureHelpItems(pathOf(id), at, undefined);
  const item = help?.items[help.selectedItemIndex];
  if (!help || !item) return undefined;
  const last = item.parameters.length - 1;
  const active = item.isVariadic ? Math.min(help.argumentIndex, last) : help.argumentIndex;
  const plain = (parts: Parameters<typeof displayPartsToString>[0]) => ({
    text: displayPartsToString(parts),
    active: false,
  });
  return {
    from: help.applicableSpan.start,
    parts: [
      plain(item.prefixDisplayParts),
      ...item.parameters.flatMap(({ displayParts }, i) => [
        ...(i > 0 ? [plain(item.separatorDisplayParts)] : []),
        { ...plain(displayParts), active: i === active },
      ]),
      plain(item.suffixDisplayParts),
    ],
    parameter: displayPartsToString(item.parameters[active]?.documentation),
    ...documentation(item.documentation, []),
    ...{ index: help.selectedItemIndex, count: help.items.length },
  };
}
