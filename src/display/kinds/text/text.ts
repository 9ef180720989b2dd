import { brand, cut, limits, readFields, readString } from "../kind.ts";

/** Text as it is, line breaks kept. */
export interface TextDisplay {
  kind: "text";
  text: string;
}

export const showText = (text: string): TextDisplay =>
  brand({ kind: "text", text: cut(text, limits.text) });

export function readText(raw: unknown): TextDisplay {
  return { kind: "text", text: readString(readFields(raw, "text")["text"], "text") };
}

export const textToText = (display: TextDisplay): string => display.text;
