import { h, render } from "preact";
import { type Context, ResultView } from "../../display/views.tsx";
import type { CellResult } from "../types.ts";

/** Draws a result in its place on the page; what the build has drawn there is taken over as it stands. */
export function drawResult(place: HTMLElement, result: CellResult, context: Context): void {
  render(h(ResultView, { result, ...context }), place);
}
