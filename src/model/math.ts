/**
 * `exp`, `log` and their kin by plain arithmetic. Math.exp and the others may differ in the last bit from engine to engine; + − × ÷
 * and square roots may not, so that these give the same bits everywhere. Errors are a few units in the last place of a double.
 */

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const bits = new DataView(new ArrayBuffer(8));

/** 2ⁿ for whole n between −1022 and 1023. */
function powerOfTwo(n: number): number {
  bits.setUint32(0, (n + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** eˣ, taken as 0 below e⁻⁷⁰⁸. x = n·ln 2 + r with |r| ≤ ½ ln 2, and Taylor's series for eʳ. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -708) return 0;
  const n = Math.round(x / Math.LN2);
  const r = x - n * ln2High - n * ln2Low;
  let sum = 1;
  for (let k = 13; k > 0; k--) sum = 1 + (r / k) * sum;
  return n > 1023 ? sum * 2 * powerOfTwo(n - 1) : sum * powerOfTwo(n);
}

/** The natural logarithm: x = 2ⁿ·m with m near 1, and log m = 2 artanh((m − 1) / (m + 1)). */
export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  const tiny = x < 2.3e-308;
  bits.setFloat64(0, tiny ? x * powerOfTwo(54) : x);
  const high = bits.getUint32(0);
  let n = (high >>> 20) - 1023 - (tiny ? 54 : 0);
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  let m = bits.getFloat64(0);
  if (m > Math.SQRT2) {
    m /= 2;
    n++;
  }
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum = 0;
  for (let k = 21; k >= 1; k -= 2) sum = sum * square + 1 / k;
  return n * ln2High + (2 * s * sum + n * ln2Low);
}

/** The hyperbolic tangent. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size < 0.05) {
    const square = x * x;
    return (
      x * (1 - square * (1 / 3 - square * (2 / 15 - square * (17 / 315 - (square * 62) / 2835))))
    );
  }
  const e = exp(-2 * size);
  const value = (1 - e) / (1 + e);
  return x < 0 ? -value : value;
}

/** 1 / (1 + e⁻ˣ). */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

const halfPiHigh = 1.5707963267341256;
const halfPiLow = 6.077100506506192e-11;

/** The sine of an angle in radians, for angles up to some millions. */
export const sin = (x: number): number => quarter(x, 0);

/** The cosine of an angle in radians, for angles up to some millions. */
export const cos = (x: number): number => quarter(x, 1);

function quarter(x: number, turn: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  const n = Math.round(x / (Math.PI / 2));
  const r = x - n * halfPiHigh - n * halfPiLow;
  const square = r * r;
  const which = (((n + turn) % 4) + 4) % 4;
  let value = 1;
  if (which % 2 === 0) {
    for (let k = 16; k >= 2; k -= 2) value = 1 - (square / (k * (k + 1))) * value;
    value *= r;
  } else {
    for (let k = 15; k >= 1; k -= 2) value = 1 - (square / (k * (k + 1))) * value;
  }
  return which >= 2 ? -value : value;
}

/** x to the power of y: by multiplication for small whole y, else e^(y log x). */
export function pow(x: number, y: number): number {
  if (Number.isInteger(y) && Math.abs(y) <= 64) {
    let product = 1;
    for (let k = 0; k < Math.abs(y); k++) product *= x;
    return y < 0 ? 1 / product : product;
  }
  return x === 0 ? (y > 0 ? 0 : Number.POSITIVE_INFINITY) : exp(y * log(x));
}
