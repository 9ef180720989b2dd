import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { CellResult } from "../notebook/types.ts";
import { ResultView } from "./views.tsx";
import type { Lang } from "./words.ts";

/** A result as HTML, for the build: the same markup that the page's views make. */
export const renderResult = (result: CellResult, lang: Lang): string =>
  renderToString(h(ResultView, { result, lang }));
