import type { TextDisplay } from "./text.ts";

export function TextView({ display }: { display: TextDisplay }) {
  return <p class="d-text">{display.text}</p>;
}
