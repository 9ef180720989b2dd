import { createMarkdownProcessor } from "@astrojs/markdown-remark";
import { at } from "../paths.ts";
import { type Reference, referenceOf } from "./entries.ts";
import { readPackage } from "./typedoc.ts";

let reading: Promise<Reference> | undefined;

/** The reference of `@humpty/model`: read once for a build, again for each page of the author's server. */
export function reference(): Promise<Reference> {
  const read = () => readPackage().then(referenceOf);
  if (import.meta.env.DEV) return read();
  reading ??= read();
  return reading;
}

/** Where a page of the reference is; the first without a family. */
export const referencePath = (family?: string): string =>
  at(family ? `model/${family}/` : "model/");

const processor = createMarkdownProcessor({ syntaxHighlight: false });

/** The HTML of what a docstring says. */
export const markdown = async (text: string): Promise<string> =>
  (await (await processor).render(text)).code;
