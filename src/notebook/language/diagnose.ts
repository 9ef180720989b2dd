import {
  type Diagnostic,
  DiagnosticCategory,
  type DiagnosticMessageChain,
  isExportDeclaration,
  isImportDeclaration,
} from "typescript";
import { GraphError, resolve } from "../graph.ts";
import { missingModule, missingName } from "../near.ts";
import type { ModuleId } from "../types.ts";
import type { Diagnosis, Fault } from "./answers.ts";
import { pathOf } from "./files.ts";
import type { Service } from "./service.ts";

/** What TypeScript says of imports that lead nowhere, by its numbers. */
const noModule = new Set([2307, 2591, 2792, 2882]);
const noName = new Set([1192, 2305, 2613, 2614, 2724]);

/** What TypeScript says of a cell: what would go wrong, and what does nothing. */
export function diagnose(service: Service, id: ModuleId): Diagnosis {
  const { typescript } = service;
  const path = pathOf(id);
  const missing: ModuleId[] = [];
  const grammar = typescript.getSyntacticDiagnostics(path);
  // Of a text that does not parse, its types are guesses.
  const errors = grammar.length > 0 ? grammar : typescript.getSemanticDiagnostics(path);
  const unused = typescript
    .getSuggestionDiagnostics(path)
    .filter(({ reportsUnnecessary }) => reportsUnnecessary);
  const faults = [...errors, ...unused].map((one): Fault => {
    const from = one.start ?? 0;
    return {
      ...{ from, to: from + (one.length ?? 0), code: one.code },
      message: ofImport(one, service, id, missing) ?? brief(one.messageText),
      severity: one.category === DiagnosticCategory.Error ? "error" : "hint",
      unused: one.reportsUnnecessary !== undefined,
    };
  });
  return { faults, missing };
}

/** A wrong import in the words that the run has for it. */
function ofImport(
  one: Diagnostic,
  service: Service,
  id: ModuleId,
  missing: ModuleId[],
): string | undefined {
  if (!noModule.has(one.code) && !noName.has(one.code)) return undefined;
  const { specifier, exports } = importAt(one, service);
  if (specifier === undefined) return undefined;
  try {
    const place = { start: 0, end: 0, line: 1, column: 1, dynamic: false };
    const target = resolve({ specifier, ...place }, id);
    if (noModule.has(one.code)) {
      missing.push(target);
      return missingModule(specifier, target, service.modules);
    }
    const name = [1192, 2613].includes(one.code) ? "default" : textOf(one);
    return specifier.startsWith(".") ? missingName(name, specifier, exports) : undefined;
  } catch (error) {
    if (error instanceof GraphError) return error.message;
    throw error;
  }
}

/** What the import imports from, and the names that are there. */
function importAt({ file, start = 0, ...one }: Diagnostic, { typescript }: Service) {
  const statement = file?.statements.find(({ pos, end }) => pos <= start && start < end);
  const source =
    statement && (isImportDeclaration(statement) || isExportDeclaration(statement))
      ? statement.moduleSpecifier
      : undefined;
  // Of `import()` the name stands there itself.
  const specifier = source ?? { getText: () => textOf({ file, start, ...one }) };
  const checker = typescript.getProgram()?.getTypeChecker();
  const module = source && checker?.getSymbolAtLocation(source);
  return {
    specifier: /^["'`](.*)["'`]$/.exec(specifier.getText())?.[1],
    exports: module ? (checker?.getExportsOfModule(module) ?? []).map(({ name }) => name) : [],
  };
}

const textOf = ({ file, start = 0, length = 0 }: Pick<Diagnostic, "file" | "start" | "length">) =>
  file?.text.slice(start, start + length) ?? "";

/** Of a long chain of reasons: what is wrong, and the innermost reason for it. What to install or to configure is not the reader's to do. */
function brief(message: string | DiagnosticMessageChain): string {
  if (typeof message === "string") return message.replace(/ Do you need to .*$/, "");
  let inner = message;
  for (let next = inner.next?.[0]; next; next = inner.next?.[0]) inner = next;
  return inner === message ? inner.messageText : `${message.messageText}\n${inner.messageText}`;
}
