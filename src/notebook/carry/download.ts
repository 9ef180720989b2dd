import { save } from "../../display/kinds/files/save.ts";
import { toZip } from "../../display/kinds/files/zip.ts";
import type { Lang } from "../../display/words.ts";
import type { Library } from "../page/library.ts";
import { mention, tell } from "../page/notice.ts";
import type { Store } from "../store.ts";
import { projectFiles } from "./project.ts";
import { carryWords } from "./words.ts";

/** Saves a chapter, or the whole book where none is named, as a project with the reader's edits. */
export async function download(
  page: { lang: Lang; library: Library; store: Store },
  chapter?: string,
): Promise<void> {
  const { lang, library, store } = page;
  const say = carryWords(lang).away;
  const book = await library.project().catch(() => undefined);
  if (!book) {
    tell(say.failed);
    return;
  }
  const files = projectFiles({
    ...{ book, lang, chapter, address: location.origin + location.pathname },
    edit: (id) => store.edit(id),
    takesBooks: (id) => store.takesBooks(id),
  });
  const name = chapter ? `humpty-${chapter}` : "humpty";
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(([path, text]) => ({
    name: `${name}/${path}`,
    bytes: encoder.encode(text),
  }));
  save(`${name}.zip`, toZip(entries));
  mention(say.saved(`${name}.zip`));
}
