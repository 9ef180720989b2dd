import type { Display } from "../../display.ts";

/** A display whose files, in groups too, have names, sizes and sums alone: what a build publishes, and what is shown while a cell runs. */
export function withoutBytes(display: Display): Display {
  if (display.kind === "group") return { ...display, items: display.items.map(withoutBytes) };
  if (display.kind !== "files") return display;
  return { ...display, files: display.files.map(({ name, size, sum }) => ({ name, size, sum })) };
}
