import { progress } from "@humpty/display";
import { openSafetensors } from "@humpty/model";

/** A large file in pieces, and how far it is read. */
export async function* read(file: File) {
  const piece = 8_000_000;
  const whole = Math.round(file.size / 1e6);
  for (let at = 0; at < file.size; at += piece) {
    progress(at, file.size, `${Math.round(at / 1e6)} MB of ${whole}`);
    yield new Uint8Array(await file.slice(at, at + piece).arrayBuffer());
  }
}
/** Whether its numbers, of 4 bytes each, fit into the 4 GB that a page has. */
export async function checkFits(file: File) {
  const { entries } = await openSafetensors(file);
  const counts = entries.map(({ shape }) => shape.reduce((all, size) => all * size, 1));
  const need = (4 * counts.reduce((all, one) => all + one, 0)) / 1e9;
  if (need > 3.5)
    throw new Error(
      `${file.name} needs ${need.toFixed(1)} GB, and a page can take 3.5.`,
    );
}
export default "read(file) reads, checkFits(file) says beforehand whether it fits.";
