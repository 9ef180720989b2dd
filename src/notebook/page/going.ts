import { nameOf } from "../ids.ts";
import type { ModuleId } from "../types.ts";
import type { Page } from "./page.ts";

/** Goes to a cell of this page: to the line of its error, where it has one. */
export function goTo({ notebook, views }: Page, id: ModuleId): void {
  const error = notebook.status(id).state === "failed" && notebook.results.get(id)?.error;
  const view = views.get(id);
  if (error && error.module === id && error.line !== undefined) void view?.goTo(error.line);
  else view?.section.scrollIntoView({ block: "center" });
}

/** Goes to a line of a cell, or to an offset in its text, on this page or on its own. */
export async function follow(
  { views, base, lang }: Page,
  id: ModuleId,
  line: number | undefined,
  offset?: number,
): Promise<void> {
  const view = views.get(id);
  if (view) return view.goTo(line, offset);
  const anchor = nameOf(id).replace(/\.ts$/, "");
  location.href = `${base}${lang === "zh" ? "zh/" : ""}${id.split("/")[0]}/#${anchor}`;
}
