import type { Lang } from "../../display/words.ts";
import type { Past } from "../past/past.ts";
import type { Store } from "../store.ts";
import type { ModuleId } from "../types.ts";
import type { CellView } from "./cell-view.ts";
import type { Library } from "./library.ts";
import type { Notebook } from "./notebook.ts";
import type { Resets } from "./resets.ts";
import type { Sources } from "./sources.ts";
import type { Words } from "./words.ts";

/** The parts of a page whose cells listen, for what works on them. */
export interface Page {
  readonly root: Document;
  readonly lang: Lang;
  /** The slug of its chapter; the front page has none. */
  readonly chapter: string | undefined;
  /** The path under which the book stands, with a slash at its end. */
  readonly base: string;
  readonly words: Words;
  readonly library: Library;
  readonly store: Store;
  readonly sources: Sources;
  readonly notebook: Notebook;
  /** The cells of this page, in the order of its prose. */
  readonly views: ReadonlyMap<ModuleId, CellView>;
  readonly resets: Resets;
  readonly past: Past;
}
