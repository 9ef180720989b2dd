/**
 * Text to bytes and back: UTF-8. A lone surrogate, half a character that a JavaScript string can hold though Unicode text cannot, is written like
 * any other code point of its size (WTF-8, Simon Sapin), so that every string comes back as it was.
 */

/** The bytes of any string. */
export function toBytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return bytes;
}

const tail = (bits: number) => 0x80 | (bits & 0x3f);

/** The text of any bytes. What is no character, cut off or never begun, becomes �, as in the WHATWG's Encoding standard. */
export function fromBytes(bytes: ArrayLike<number>): string {
  let text = "";
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i] ?? 0;
    const length = lengthOf(first);
    let code = first & (0xff >> (length === 1 ? 1 : length + 1));
    let read = 1;
    while (read < length && continues(first, read, bytes[i + read])) {
      code = (code << 6) | ((bytes[i + read] ?? 0) & 0x3f);
      read++;
    }
    text += read === length ? String.fromCodePoint(code) : "\ufffd";
    i += read;
  }
  return text;
}

/** How many bytes a character has that begins with this one; 0 if none does. */
function lengthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** Whether a byte may be the next of a character. The second byte is bounded so that each character has one spelling. */
function continues(first: number, read: number, byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const low = read > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = read === 1 && first === 0xf4 ? 0x8f : 0xbf;
  return byte >= low && byte <= high;
}

/** Bytes for people to read: their text if they are one, else each as <0xE2>. */
export function showBytes(bytes: readonly number[]): string {
  const text = fromBytes(bytes);
  const same = toBytes(text);
  const whole = same.length === bytes.length && same.every((byte, i) => byte === bytes[i]);
  return whole ? text : bytes.map(byteName).join("");
}

/** <0xE2>, as SentencePiece writes a byte. */
export const byteName = (byte: number): string =>
  `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`;
