/** A cell's value as the prose quotes it: with `digits` after the point, and a true minus sign. */
export function quote(value: number | string | boolean, digits?: number): string {
  if (typeof value !== "number") return String(value);
  const text = digits === undefined ? String(value) : value.toFixed(digits);
  return text.replace("-", "−");
}
