/** A time in milliseconds, or in seconds where that reads better, with the units of a language. */
export function duration(milliseconds: number, ms: string, s: string): string {
  if (milliseconds < 10) return `${Math.max(0.1, milliseconds).toFixed(1)} ${ms}`;
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ${ms}`;
  return `${(milliseconds / 1000).toFixed(1)} ${s}`;
}
