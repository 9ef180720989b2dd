import {
  type CompilerOptions,
  createDocumentRegistry,
  createLanguageService,
  JSDocParsingMode,
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
import { folderOf, globalsFile, libraryOf, moduleOf, packageOf, pathOf } from "./files.ts";

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

/** How much is read: a cell and what it imports; all of its folder, and the packages; everything, with the libraries' own words on what is in them. */
export const reaches = ["cell", "folder", "everything"] as const;
export type Reach = (typeof reaches)[number];

/** TypeScript's language service over texts in memory: what the packages and the library declare, and the cells as they stand. */
export interface Service {
  readonly typescript: LanguageService;
  /** The cells that there are. */
  readonly modules: Iterable<ModuleId>;
  /** Takes the texts of cells that changed; undefined for one that is gone. */
  update(texts: Readonly<Record<ModuleId, string | undefined>>): void;
  /** Reads at least so much around a cell; around another than the one that it began with, everything. */
  read(reach: Reach, id?: ModuleId): void;
}

/** `first`: the cell to begin with, which is read alone at first: that takes half the time. Without it, everything is read. */
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
  let reach: Reach = first === undefined ? "everything" : "cell";
  const packages = [...files.keys()].filter((path) => packageOf(path)?.file === "index.ts");
  const start = pathOf(first ?? "");
  const near = (path: string) => folderOf(path) === folderOf(start);
  const roots = (): string[] => {
    if (reach === "cell") return [start];
    return [...packages, ...(reach === "folder" ? [...cells.keys()].filter(near) : cells.keys())];
  };

  const host: LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [globalsFile, ...roots()],
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

  const serve = (words: JSDocParsingMode): LanguageService =>
    createLanguageService(
      { ...host, jsDocParsingMode: words },
      createDocumentRegistry(true, host.getCurrentDirectory(), words),
    );
  let typescript = serve(
    reach === "everything" ? JSDocParsingMode.ParseAll : JSDocParsingMode.ParseNone,
  );
  return {
    get typescript() {
      return typescript;
    },
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
    read(wanted, id) {
      const needed = id === first ? wanted : "everything";
      if (reaches.indexOf(needed) <= reaches.indexOf(reach)) return;
      reach = needed;
      version++;
      if (reach === "everything") typescript = serve(JSDocParsingMode.ParseAll);
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
