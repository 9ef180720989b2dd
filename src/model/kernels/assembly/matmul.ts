/**
 * Matrix product by tiles, after Goto and van de Geijn 2008, "Anatomy of high-performance matrix multiplication": a block of B is packed
 * once, and A is read where it stands, or packed where its columns are what is contiguous.
 */
import { copyRow, pack } from "./pack";
import { ROWS, tile4, tile6 } from "./tile";

/** So many steps of k at once: a panel of B (8 KB) stays in the nearest cache. */
// @ts-ignore: decorator
@inline const DEPTH = 256;
/** So many columns at once: the packed block of B (512 KB) stays in the second cache. */
// @ts-ignore: decorator
@inline const WIDTH = 512;

const packedB: usize = (__heap_base + 63) & ~63;
const packedA: usize = packedB + DEPTH * WIDTH * 4;
const edge: usize = packedA + DEPTH * 6 * 4;
const edgeBias: usize = edge + 6 * 8 * 4;
/** What lies above is the host's. */
export const heap: usize = edgeBias + 8 * 4;

/** What a causal mask lets be left out; the rows of C are moments, `offset` of them before the first row. */
export const ALL = 0;
/** Of row i, only columns up to i + offset are wanted; others may be written or not. */
export const COLUMNS_TO = 1;
/** In row i, a's numbers beyond k = i + offset are zeros. */
export const DEPTH_TO = 2;
/** In row i, a's numbers before k = i − offset are zeros. */
export const DEPTH_FROM = 3;

/** c [m, n] = or += a [m, k] · b [k, n], plus a bias [n] (0 for none); all strides are in numbers. */
export function matmul(
  c: usize, crs: usize, a: usize, ars: usize, acs: usize, b: usize, brs: usize, bcs: usize,
  m: i32, n: i32, k: i32, add: bool, bias: usize, bound: i32, offset: i32,
): void {
  crs <<= 2; ars <<= 2; acs <<= 2; brs <<= 2; bcs <<= 2;
  for (let j = 0; j < n; j += WIDTH) {
    const width = min(WIDTH, n - j);
    for (let p = 0; p < k; p += DEPTH) {
      const depth = min(DEPTH, k - p);
      pack(packedB, b + <usize>p * brs + <usize>j * bcs, brs, bcs, depth, width);
      let i = 0;
      while (i < m) {
        // Eight rows are two tiles of four, not six and a rest.
        const left = m - i;
        const rows = left >= ROWS && left != 8 ? ROWS : min(4, left);
        const tall = rows == 6 ? 6 : 4;
        let from = 0, to = depth, wide = width;
        if (bound == COLUMNS_TO) wide = min(wide, i + tall + offset - j);
        else if (bound == DEPTH_TO) to = min(to, i + tall + offset - p);
        else if (bound == DEPTH_FROM) from = max(0, i - offset - p);
        // The first block writes zeros where there is nothing to sum.
        if (p == 0 || to > from)
          block(
            c + <usize>i * crs + (<usize>j << 2), crs, a + <usize>i * ars + <usize>p * acs, ars, acs,
            rows, wide, from, max(from, to), depth, add || p > 0,
            bias != 0 && p + depth == k ? bias + (<usize>j << 2) : 0,
          );
        i += rows;
      }
    }
  }
}

/** Some rows of C against the packed block, k from `from` to `to`. */
function block(
  c: usize, crs: usize, a: usize, ars: usize, acs: usize,
  rows: i32, width: i32, from: i32, to: i32, depth: i32, add: bool, bias: usize,
): void {
  const k = <usize>(to - from), skip = <usize>(depth - (to - from)) << 5;
  a += <usize>from * acs;
  if (acs != 4 || rows < 4) {
    packA(a, ars, acs, rows, k);
    a = packedA;
    ars = 4;
    acs = 24;
  }
  let panel = packedB + (<usize>from << 5);
  let panels = rows < 4 ? 0 : width >> 3;
  tiles(rows, k, a, ars, acs, panel, skip, c, crs, panels, add, bias);
  // What does not fill a tile is computed beside, and only what is wanted copied.
  for (let j = panels << 3; j < width; j += 8) {
    const columns = min(8, width - j);
    const to = c + (<usize>j << 2);
    if (add) copy(edge, 32, to, crs, rows, columns);
    if (bias) copyRow(edgeBias, bias + (<usize>j << 2), columns);
    const at = panel + (<usize>(j >> 3) * <usize>depth << 5);
    tiles(rows, k, a, ars, acs, at, 0, edge, 32, 1, add, bias ? edgeBias : 0);
    copy(to, crs, edge, 32, rows, columns);
  }
}

// @ts-ignore: decorator
@inline
function tiles(
  rows: i32, k: usize, a: usize, ars: usize, acs: usize, b: usize, skip: usize, c: usize, crs: usize,
  panels: i32, add: bool, bias: usize,
): void {
  if (ROWS == 6 && rows == 6) tile6(k, a, ars, acs, b, skip, c, crs, panels, add, bias);
  else tile4(k, a, ars, acs, b, skip, c, crs, panels, add, bias);
}

function copy(to: usize, tors: usize, from: usize, fromrs: usize, rows: i32, columns: i32): void {
  for (let r = 0; r < rows; r++) {
    copyRow(to, from, columns);
    to += tors;
    from += fromrs;
  }
}

/** A's columns one after another, [k][6]; rows that A does not have are zeros. */
function packA(a: usize, ars: usize, acs: usize, rows: i32, k: usize): void {
  let to = packedA;
  if (ars == 4 && rows >= 4) {
    for (let p: usize = 0; p < k; p++) {
      v128.store(to, v128.load(a));
      if (ROWS == 6 && rows == 6) store<u64>(to, load<u64>(a, 16), 16);
      to += 24;
      a += acs;
    }
  } else {
    for (let p: usize = 0; p < k; p++) {
      for (let r = 0; r < 6; r++) store<f32>(to + (<usize>r << 2), r < rows ? load<f32>(a + <usize>r * ars) : 0);
      to += 24;
      a += acs;
    }
  }
}
