import { chapters } from "../src/site/chapters.ts";
import type { Lang } from "../src/site/words.ts";

/** The language and the chapter of the page that a component stands on, from its address. */
export function where(pathname: string): { lang: Lang; slug: string } {
  const parts = pathname.split("/");
  const slug = chapters.find((chapter) => parts.includes(chapter.slug))?.slug ?? "";
  return { lang: parts.includes("zh") ? "zh" : "en", slug };
}
