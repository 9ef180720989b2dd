import { type CollectionEntry, getCollection } from "astro:content";
import type { Lang } from "./words.ts";

export type ChapterEntry = CollectionEntry<"chapters">;

export const slugOf = (entry: ChapterEntry): string => entry.id.split("/")[0] ?? entry.id;

/** The chapters that are written in a language, as pages. */
export async function written(lang: Lang) {
  const entries = await getCollection("chapters", ({ id }) => id.endsWith(`/${lang}`));
  return entries.map((entry) => ({ params: { chapter: slugOf(entry) }, props: { entry } }));
}
