/**
 * A cell's value as the prose quotes it: with `digits` after the point, and a true minus sign. What would be 0 with so few, and is not, is written with
 * a power of ten: 1.8e−13.
 */
export function quote(value: number | string | boolean, digits?: number): string {
  if (typeof value !== "number") return String(value);
  const text = digits === undefined ? String(value) : fixed(value, digits);
  return text.replaceAll("-", "−");
}

/** Who asks for many digits of a small number wants to see its zeros. */
const fixed = (value: number, digits: number): string =>
  digits > 0 && digits < 4 && value !== 0 && Number(value.toFixed(digits)) === 0
    ? value.toExponential(1)
    : value.toFixed(digits);
