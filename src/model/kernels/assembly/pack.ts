/** B's block in the order in which tiles read it: eight columns at a time, k after k; columns that B does not have are zeros. */

/** n numbers; a loop, since a call of the engine's own copying takes longer than a short row. */
export function copyRow(to: usize, from: usize, n: i32): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    v128.store(to, v128.load(from));
    to += 16;
    from += 16;
  }
  for (; i < n; i++) {
    store<f32>(to, load<f32>(from));
    to += 4;
    from += 4;
  }
}

/** b [k, n] → [n/8][k][8]; its rows are `brs` bytes apart and its columns `bcs`. */
export function pack(to: usize, b: usize, brs: usize, bcs: usize, k: i32, n: i32): void {
  for (let j = 0; j < n; j += 8) {
    const from = b + <usize>j * bcs;
    const columns = n - j;
    if (columns < 8) packSome(to, from, brs, bcs, k, columns);
    else if (bcs == 4) packRows(to, from, brs, k);
    else packColumns(to, from, brs, bcs, k);
    to += <usize>k << 5;
  }
}

function packSome(to: usize, from: usize, brs: usize, bcs: usize, k: i32, columns: i32): void {
  for (let p = 0; p < k; p++) {
    for (let x = 0; x < 8; x++)
      store<f32>(to + (<usize>x << 2), x < columns ? load<f32>(from + <usize>x * bcs) : 0);
    to += 32;
    from += brs;
  }
}

function packRows(to: usize, from: usize, brs: usize, k: i32): void {
  for (let p = 0; p < k; p++) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    to += 32;
    from += brs;
  }
}

/** Columns stand one after another, each along k: four by four numbers are turned at a time. */
function packColumns(to: usize, from: usize, brs: usize, bcs: usize, k: i32): void {
  let p = 0;
  if (brs == 4) {
    for (; p + 4 <= k; p += 4) {
      turn(to, from, bcs);
      turn(to + 16, from + (bcs << 2), bcs);
      to += 128;
      from += 16;
    }
  }
  for (; p < k; p++) {
    for (let x = 0; x < 8; x++) store<f32>(to + (<usize>x << 2), load<f32>(from + <usize>x * bcs));
    to += 32;
    from += brs;
  }
}

/** A 4 × 4 block with its rows `step` apart, turned into columns of rows 32 bytes apart. */
// @ts-ignore: decorator
@inline
function turn(to: usize, from: usize, step: usize): void {
  const r0 = v128.load(from), r1 = v128.load(from + step);
  const r2 = v128.load(from + (step << 1)), r3 = v128.load(from + step * 3);
  const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5), high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f64>(low01, low23, 0, 2));
  v128.store(to, v128.shuffle<f64>(low01, low23, 1, 3), 32);
  v128.store(to, v128.shuffle<f64>(high01, high23, 0, 2), 64);
  v128.store(to, v128.shuffle<f64>(high01, high23, 1, 3), 96);
}
