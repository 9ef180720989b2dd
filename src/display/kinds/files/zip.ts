import { zipSync } from "fflate";

/** Files in one zip; only texts are made smaller: weights hardly get any, and take long. */
export function toZip(
  files: readonly { name: string; bytes: Uint8Array }[],
): Uint8Array<ArrayBuffer> {
  // Not `zip`: the page's policy forbids its workers.
  const entries = files.map(
    ({ name, bytes }) => [name, [bytes, { level: isText(bytes) ? 6 : 0 }]] as const,
  );
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
}

/** Whether bytes look like text from their beginning: UTF-8, and no zero among them. */
function isText(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, 4096);
  try {
    // A letter that is cut off at the end is none the worse.
    new TextDecoder("utf-8", { fatal: true }).decode(beginning, { stream: true });
    return !beginning.includes(0);
  } catch {
    return false;
  }
}
