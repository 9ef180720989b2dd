const [wide, heads] = [6, 3];
const made = () =>
  Array.from({ length: wide }, (_, row) =>
    Array.from({ length: wide }, (_, column) => 10 * (row + 1) + column + 1),
  );
type Gone = (row: number, column: number, head: number) => boolean;
const size = wide / heads;

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.silence !== "function")
    return {
      en: "There is no function named silence any more: the check calls it, so it must be exported.",
      zh: "找不到名为 silence 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const given = [0, 1, 2].map(made);
  const got: unknown[] = given.map((W, head) => answer.silence(W, head, heads));
  const is = (gone: Gone) =>
    got.every((one, head) => JSON.stringify(one) === JSON.stringify(left(gone, head)));
  const right: Gone = (_, column, head) => Math.floor(column / size) === head;

  if (is(right)) {
    if (given.every((W) => JSON.stringify(W) === JSON.stringify(made())))
      return undefined;
    return {
      en: "What comes back is right, but the matrix that was given has changed, too: whoever wants to compare with and without has no “with” any more. Give back a copy.",
      zh: "返回的结果对了，但交给你的矩阵也被改了：想比较有和没有这个头的人，手里已经没有“有”的那份了。应当返回一份副本。",
    };
  }
  if (is((row, _, head) => Math.floor(row / size) === head))
    return {
      en: "These are the rows. A row makes one number that comes out, and hears all heads. What comes in from one head meets columns.",
      zh: "你清零的是行。一行算出一个输出的数，它听所有的头。一个头送进来的数，遇到的是列。",
    };
  if (is((_, column, head) => column % heads === head))
    return {
      en: "Every third column belongs to another head here. But heads stand side by side: with 6 columns and three heads, head 0 has columns 0 and 1, head 1 has 2 and 3.",
      zh: "这里每隔三列才算一个头。但头是并排的：6 列、三个头，头 0 是第 0、1 列，头 1 是第 2、3 列。",
    };
  if (is((_, column, head) => Math.floor(column / size) === head - 1))
    return {
      en: "That is the neighbor: heads are counted from 0, as columns are, and for head 0 nothing has changed.",
      zh: "这是它旁边的那个头：头和列一样从 0 数起；现在 head 为 0 时什么也没变。",
    };
  if (is((...at) => !right(...at)))
    return {
      en: "It is the other way around: this head is the only one that is still heard.",
      zh: "正好反了：现在只有这个头还听得到。",
    };
  if (is((_, column, head) => column === head))
    return {
      en: "One column is gone, but a head has several numbers: with 6 columns and three heads, two columns each.",
      zh: "只清掉了一列，但一个头有好几个数：6 列、三个头，每个头有两列。",
    };
  const [first] = got;
  const rows: unknown[] = Array.isArray(first) ? first : [];
  if (
    rows.length !== wide ||
    !rows.every((row) => Array.isArray(row) && row.length === wide)
  )
    return {
      en: "The matrix has become smaller. It must still fit to all heads side by side; the silenced one is multiplied by 0.",
      zh: "矩阵变小了。它还得配得上并排的所有头；被关掉的那个头，乘以 0 就行。",
    };
  const should = JSON.stringify(left(right, 0)[0]);
  const was = JSON.stringify(rows[0]);
  return {
    en: `Not yet. With three heads and head 0 silenced, the first row should be ${should}; it is ${was}.`,
    zh: `还不对。三个头、关掉头 0 时，第一行应为 ${should}，实为 ${was}。`,
  };
}

/** The matrix in which some numbers are 0. */
function left(gone: Gone, head: number): number[][] {
  return made().map((row, i) => row.map((one, j) => (gone(i, j, head) ? 0 : one)));
}
