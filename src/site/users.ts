import { users } from "../notebook/graph.ts";
import { nameOf } from "../notebook/ids.ts";
import type { ModuleId, PublishedChapter } from "../notebook/types.ts";
import { book } from "./book.ts";
import { pagePath } from "./paths.ts";
import type { Lang } from "./words.ts";
import { written } from "./written.ts";

const known = new WeakMap<PublishedChapter[], Map<ModuleId, ModuleId[]>>();

/** Found once for a build. */
function usersIn(chapters: PublishedChapter[]): Map<ModuleId, ModuleId[]> {
  const found =
    known.get(chapters) ??
    users(new Map(chapters.flatMap(({ cells }) => cells.map((cell) => [cell.id, cell]))));
  known.set(chapters, found);
  return found;
}

/** The cells that import a cell, each with where to find it from the page of a chapter: those on pages of the same language. */
export async function usersOf(
  id: ModuleId,
  lang: Lang,
  page: string,
): Promise<{ name: string; href: string }[]> {
  const chapters = new Set((await written(lang)).map(({ params }) => params.chapter));
  return (usersIn(await book()).get(id) ?? [])
    .filter((one) => !one.endsWith("/solution.ts"))
    .flatMap((one) => {
      const slug = one.split("/")[0] ?? "";
      if (!chapters.has(slug)) return [];
      const anchor = `#${nameOf(one).replace(/\.ts$/, "")}`;
      return [{ name: nameOf(one), href: slug === page ? anchor : pagePath(lang, slug) + anchor }];
    });
}
