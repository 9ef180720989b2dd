import { isVariableStatement } from "typescript";
import type { ModuleId } from "../types.ts";
import type { Hover } from "./answers.ts";
import { moduleOf, pathOf } from "./files.ts";
import { documentation, partsOf } from "./say.ts";
import type { Service } from "./service.ts";

/** What a name stands for: its type, and what its docstring says. */
export function hover(service: Service, id: ModuleId, at: number): Hover | undefined {
  const info = service.typescript.getQuickInfoAtPosition(pathOf(id), at);
  if (!info) return undefined;
  const { start, length } = info.textSpan;
  return {
    ...{ from: start, to: start + length, parts: partsOf(info.displayParts) },
    ...documentation(info.documentation, info.tags),
    origin: originOf(service, id, at),
  };
}

/** Where a variable comes from, if it stands at the top of a cell. */
function originOf({ typescript }: Service, id: ModuleId, at: number): Hover["origin"] {
  const [first] = typescript.getDefinitionAtPosition(pathOf(id), at) ?? [];
  const module = moduleOf(first?.fileName ?? "");
  if (!first || module === undefined) return undefined;
  const { name, fileName, textSpan } = first;
  const file = typescript.getProgram()?.getSourceFile(fileName);
  const isTop = file?.statements.some(
    (statement) =>
      isVariableStatement(statement) &&
      statement.declarationList.declarations.some(
        (one) => one.name.pos <= textSpan.start && textSpan.start < one.name.end,
      ),
  );
  return isTop ? { module, name } : undefined;
}
