import {
  type CompilerOptions,
  createDocumentRegistry,
  createLanguageService,
  type LanguageService,
  type LanguageServiceHost,
  ModuleDetectionKind,
  ModuleKind,
  ModuleResolutionKind,
  ScriptSnapshot,
  ScriptTarget,
} from "typescript";
import type { ModuleId } from "../types.ts";
import type { Files } from "./declarations.ts";
import { globalsFile, libraryOf, moduleOf, pathOf } from "./files.ts";

/** As in tsconfig.json, apart from what only tidies: a name that is not used is a hint. */
const options: CompilerOptions = {
  target: ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  module: ModuleKind.ESNext,
  moduleResolution: ModuleResolutionKind.Bundler,
  moduleDetection: ModuleDetectionKind.Force,
  allowImportingTsExtensions: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  allowUnreachableCode: false,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

/** TypeScript's language service over texts in memory: what the packages and the library declare, and the cells as they stand. */
export interface Service {
  readonly typescript: LanguageService;
  /** The cells that there are. */
  readonly modules: Iterable<ModuleId>;
  /** Takes the texts of cells that changed; undefined for one that is gone. */
  update(texts: Readonly<Record<ModuleId, string | undefined>>): void;
  /** Reads all cells, where it began with one. */
  widen(): void;
}

/** `first`: the cell to begin with. It is read with what it imports and nothing else, which takes half the time. */
export function createService(declared: Files, first?: ModuleId): Service {
  const files = new Map(Object.entries(declared));
  const cells = new Map<string, number>();
  const folders = new Set<string>();
  const addFolders = (path: string): void => {
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1))
      folders.add(path.slice(0, at));
  };
  for (const path of files.keys()) addFolders(path);
  let version = 0;
  let only = first;
  const read = () => (only === undefined ? cells.keys() : [pathOf(only)]);

  const host: LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [globalsFile, ...read()],
    getScriptVersion: (path) => String(cells.get(path) ?? 0),
    getProjectVersion: () => String(version),
    getScriptSnapshot(path) {
      const text = files.get(path);
      return text === undefined ? undefined : ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => "/",
    getDefaultLibFileName: () => libraryOf("lib.es2023.d.ts"),
    useCaseSensitiveFileNames: () => true,
    fileExists: (path) => files.has(path),
    readFile: (path) => files.get(path),
    directoryExists: (path) => path === "/" || folders.has(path.replace(/\/$/, "")),
    getDirectories: (path) => within(folders, path),
    readDirectory: (path) => within(files.keys(), path).map((name) => `${path}/${name}`),
  };

  const typescript = createLanguageService(host, createDocumentRegistry(true));
  return {
    typescript,
    get modules() {
      return [...cells.keys()].flatMap((path) => moduleOf(path) ?? []);
    },
    update(texts) {
      for (const [id, text] of Object.entries(texts)) {
        const path = pathOf(id);
        if (text === files.get(path)) continue;
        version++;
        if (text === undefined) {
          files.delete(path);
          cells.delete(path);
        } else {
          files.set(path, text);
          cells.set(path, version);
          addFolders(path);
        }
      }
    },
    widen() {
      if (only === undefined) return;
      only = undefined;
      version++;
      typescript.getProgram();
    },
  };
}

/** The names of what lies in a folder itself. */
function within(paths: Iterable<string>, folder: string): string[] {
  const start = folder.endsWith("/") ? folder : `${folder}/`;
  return [...paths]
    .filter((path) => path.startsWith(start) && !path.slice(start.length).includes("/"))
    .map((path) => path.slice(start.length));
}
