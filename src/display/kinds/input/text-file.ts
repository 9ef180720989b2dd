import { digest } from "../../digest.ts";

/** A text as a file. The same text is the same file: its date is made from what is in it (and is one that every browser keeps). */
export function textFile(text: string): File | undefined {
  if (text.trim() === "") return undefined;
  const lastModified = Number.parseInt(digest(text), 36) % 4e12;
  return new File([text], "text.txt", { type: "text/plain", lastModified });
}
