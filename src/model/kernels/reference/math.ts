const f = Math.fround;
const [low, high] = [f(-87.33654), f(88.02)];
const [log2e, ln2High, ln2Low] = [f(Math.LOG2E), f(-0.693359375), f(2.1219444e-4)];
const polynomial = [
  1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1,
  5.0000001201e-1,
].map(f);
const shift = 12582912;
const powers = Float32Array.from({ length: 254 }, (_, i) => {
  let power = 1;
  for (let n = 126; n < i; n++) power *= 2;
  for (let n = 126; n > i; n--) power /= 2;
  return power;
});

/**
 * eˣ in 32 bits, for x up to 88; 0 below −87.3: quicker than `exp` of ../../math.ts, and each step is one that four numbers can take at
 * once. x = n·ln 2 + r, and a polynomial for eʳ (Cephes, expf).
 */
export function exp32(x: number): number {
  if (x < low) return 0;
  const within = high < x ? high : x;
  const n = f(f(f(within * log2e) + shift) - shift);
  const r = f(f(within + f(n * ln2High)) + f(n * ln2Low));
  let p = polynomial[0] as number;
  for (let i = 1; i < 6; i++) p = f((polynomial[i] as number) + f(p * r));
  p = f(f(r + f(p * f(r * r))) + 1);
  return Number.isNaN(p) ? p : f(p * (powers[n + 126] as number));
}

/** Sums in 64 bits, as four running sums of every fourth number each. */
export function sumOf(n: number, term: (i: number) => number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < n; i += 4) {
    s0 += term(i);
    if (i + 1 < n) s1 += term(i + 1);
    if (i + 2 < n) s2 += term(i + 2);
    if (i + 3 < n) s3 += term(i + 3);
  }
  return s0 + s1 + (s2 + s3);
}
