import { tensor } from "@humpty/model";

type Matrix = number[][];
const a = [
  [1, 2],
  [3, 4],
];
const b = [
  [5, 6],
  [7, 8],
];
const wide = [
  [1, 0, 2],
  [-1, 3, 1],
];
const tall = [[3], [1], [2]];
const column = (m: Matrix, j: number) => m.map((row) => row[j] ?? 0);
const turned = (m: Matrix) => (m[0] ?? []).map((_, j) => column(m, j));
const times = (a: Matrix, b: Matrix): Matrix => tensor(a).matmul(tensor(b)).toRows();

const same = (a: Matrix, b: Matrix) =>
  a.length === b.length &&
  a.every(
    (row, i) =>
      row.length === b[i]?.length &&
      row.every((one, j) => Math.abs(one - (b[i]?.[j] ?? 0)) < 1e-4),
  );
const write = (m: Matrix) => `[${m.map((row) => `[${row.join(", ")}]`).join(", ")}]`;
const isMatrix = (m: unknown): m is Matrix =>
  Array.isArray(m) &&
  m.every((row) => Array.isArray(row) && row.every((n) => typeof n === "number"));

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.matmul !== "function")
    return {
      en: "There is no function named matmul any more: the check calls it, so it must be exported.",
      zh: "找不到名为 matmul 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got: unknown = answer.matmul(structuredClone(a), structuredClone(b));
  if (!isMatrix(got))
    return {
      en: "matmul should give back a list of rows, and each row is a list of numbers.",
      zh: "matmul 应当返回由行组成的列表，每一行又是由数组成的列表。",
    };
  const wanted = times(a, b);
  const say = (en: string, zh: string) => ({
    en: `${en} ${write(a)} times ${write(b)} should be ${write(wanted)}, and is ${write(got)}.`,
    zh: `${zh}${write(a)} 乘以 ${write(b)} 应为 ${write(wanted)}，实为 ${write(got)}。`,
  });
  if (!same(got, wanted)) {
    if (
      same(
        got,
        a.map((row, i) => row.map((one, j) => one * (b[i]?.[j] ?? 0))),
      )
    )
      return say(
        "Each number is multiplied by the one at the same place. A whole row should meet a whole column.",
        "每个数只乘了同一位置的数。应当是整行乘整列。",
      );
    if (same(got, times(a, turned(b))))
      return say(
        "Rows of the first meet rows of the second. The second should be read in columns, from top to bottom.",
        "第一个的行乘了第二个的行。第二个应当按列读，从上到下。",
      );
    if (same(got, turned(wanted)))
      return say(
        "All numbers are right, but rows have become columns: each row of the first makes a row of the product.",
        "数都对，但行变成了列：第一个矩阵的每一行得到乘积的一行。",
      );
    if (same(got, times(b, a)))
      return say(
        "This is the second times the first. The order matters: the rows come from the first.",
        "这是第二个乘以第一个。次序要紧：行来自第一个矩阵。",
      );
    if (
      same(
        got,
        a.map((row) => turned(b).map((one) => (row[1] ?? 0) * (one[1] ?? 0))),
      )
    )
      return say(
        "Only the last pair of each row and column is left. Add the products up (sum + …).",
        "每行每列只剩下最后一对数的乘积。要把乘积加起来（sum + …）。",
      );
    return say("This is not row times column.", "这不是行乘列的结果。");
  }
  const narrow: unknown = answer.matmul(structuredClone(wide), structuredClone(tall));
  if (isMatrix(narrow) && same(narrow, times(wide, tall))) return undefined;
  const shown = isMatrix(narrow) ? write(narrow) : String(narrow);
  const should = write(times(wide, tall));
  const en = ` ${write(wide)} times ${write(tall)} should be ${should}, and is ${shown}.`;
  const zh = `${write(wide)} 乘以 ${write(tall)} 应为 ${should}，实为 ${shown}。`;
  const long = isMatrix(narrow) && narrow.some((row) => row.length !== 1);
  const first = isMatrix(narrow) ? narrow[0]?.[0] : undefined;
  if (long && first === times(wide, tall)[0]?.[0])
    return {
      en: `Two by two is right. Elsewhere there are too many columns: the product has as many as the second matrix.${en}`,
      zh: `二乘二没问题。换个大小，列就多了：乘积的列数和第二个矩阵一样。${zh}`,
    };
  return {
    en: `Two by two is right, other sizes are not: a row may be longer than two, and all of its numbers count.${en}`,
    zh: `二乘二没问题，换个大小就不对了：一行可能不止两个数，每个数都要算进去。${zh}`,
  };
}
