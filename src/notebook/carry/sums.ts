/**
 * The checksums that a zip has of its files, by name: fflate does not look at them. Throws where its list of files and its files do not agree.
 * Source: APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function sumsOf(zip: Uint8Array): Map<string, number> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const text = (at: number, length: number) =>
    new TextDecoder().decode(zip.subarray(at, at + length));
  let end = zip.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  let at = view.getUint32(end + 16, true);
  const sums = new Map<string, number>();
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    const lengthOf = (field: number) => view.getUint16(at + field, true);
    const name = text(at + 46, lengthOf(28));
    const own = view.getUint32(at + 42, true);
    const again = text(own + 30, view.getUint16(own + 26, true));
    if (name !== again || sums.has(name)) throw new Error(`${name} is listed as ${again}`);
    sums.set(name, view.getUint32(at + 16, true));
    at += 46 + lengthOf(28) + lengthOf(30) + lengthOf(32);
  }
  return sums;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** CRC-32 as zips have it (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let sum = ~0;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
}
