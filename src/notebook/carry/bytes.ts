import { Inflate } from "fflate";

/** Inflates what deflate made, in small steps: a few bytes that stand for very many are refused before they are there. */
export function inflateAtMost(deflated: Uint8Array, most: number): Uint8Array | "too large" {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    size += part.length;
    parts.push(part);
  });
  const step = 1024;
  for (let at = 0; at < deflated.length; at += step) {
    inflate.push(deflated.subarray(at, at + step), at + step >= deflated.length);
    if (size > most) return "too large";
  }
  return join(parts, size);
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Bytes as letters, digits, `-` and `_` (RFC 4648, section 5), which no address changes. */
export function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
