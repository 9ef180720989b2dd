import type { Lang } from "./words.ts";

const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");

/** A path on this site under whatever base it is served. */
export const at = (path: string): string => base + path.replace(/^\//, "");

/** Where a page is in a language: `page` is `` for the front page, a chapter's slug otherwise. */
export const pagePath = (lang: Lang, page: string): string =>
  at(`${lang === "zh" ? "zh/" : ""}${page === "" ? "" : `${page}/`}`);
