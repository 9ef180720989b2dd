import { parseSafetensors, writeSafetensors } from "../interchange/safetensors.ts";
import type { Tensor } from "../tensor.ts";

/** Tensors and texts as a safetensors file. A sum over all of it stands among the texts, so that a file of which one bit is wrong is known. */
export const writeFile = (
  tensors: ReadonlyMap<string, Tensor>,
  texts: Readonly<Record<string, string>>,
): Uint8Array => writeSafetensors(tensors, { metadata: { ...texts, sum: sumOf(tensors, texts) } });

/** @throws when the bytes are not just as `writeFile` made them; `who` read them */
export function readFile(who: string, bytes: Uint8Array) {
  const damaged = (what: string): Error =>
    new Error(`${who}: this is no checkpoint, or a damaged one: ${what}`);
  try {
    const { tensors, metadata } = parseSafetensors(bytes);
    const { sum, ...texts } = metadata;
    if (sum === sumOf(tensors, texts)) return { tensors, texts };
  } catch (error) {
    throw damaged((error as Error).message);
  }
  throw damaged("its sum is wrong");
}

/** A number that no change of one bit leaves as it was (Fowler, Noll and Vo's, by units of 16 and 32 bits). */
function sumOf(
  tensors: ReadonlyMap<string, Tensor>,
  texts: Readonly<Record<string, string>>,
): string {
  let sum = 0x811c9dc5;
  const add = (unit: number): void => {
    sum = Math.imul(sum ^ unit, 0x01000193);
  };
  const heads = [...tensors].map(([name, { shape }]) => [name, shape]);
  for (const character of JSON.stringify([texts, heads])) add(character.codePointAt(0) ?? 0);
  for (const { data } of tensors.values()) {
    const units = new Uint32Array(data.buffer, data.byteOffset, data.length);
    for (let i = 0; i < units.length; i++) add(units[i] ?? 0);
  }
  return (sum >>> 0).toString(16);
}
