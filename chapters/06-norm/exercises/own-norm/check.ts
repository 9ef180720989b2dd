import * as humpty from "@humpty/model";

type LayerNorm = typeof import("./starter.ts").layerNorm;
const eps = 0.00001;
const rows = humpty.tensor([
  [2, 4, 4, 10],
  [-1, 0, 1, 0],
]);
const equal = humpty.tensor([[3, 3, 3, 3]]);
const deep = humpty.randn([2, 3, 4], new humpty.Random(5));
const plain = { weight: [1, 1, 1, 1], bias: [0, 0, 0, 0] };
const chosen = { weight: [2, 1, 1, 3], bias: [0, 5, 0, 1] };

/** What a function makes of x, and the slopes at x, weight and bias. */
function tried(norm: LayerNorm, given: humpty.Tensor, { weight, bias } = plain) {
  const [x, w, b] = [given.detach(), humpty.tensor(weight), humpty.tensor(bias)];
  for (const one of [x, w, b]) one.requireGrad();
  const y = norm(x, w, b, eps);
  if (!(y instanceof humpty.Tensor) || y.size !== given.size) return undefined;
  const sum = y.mul(humpty.randn(given.shape, new humpty.Random(4))).sum();
  if (sum.requiresGrad) sum.backward();
  const slopes = [x, w, b].map(({ grad }) => grad?.toList() ?? []);
  return { y: y.toList(), slopes };
}
const same = (a: number[] = [], b: number[] = []) =>
  a.length === b.length && a.every((one, i) => Math.abs(one - (b[i] ?? 0)) < 1e-3);
const short = (one = 0) => String(Number(one.toFixed(2))).replace("-", "−");
const list = (numbers: number[]) => `[${numbers.map(short).join(", ")}]`;
/** The mean of a row, and the mean of its squares. */
function moments(row: number[]) {
  const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  return { mean: mean(row), squares: mean(row.map((one) => one * one)) };
}
const near = (a: number, b: number) => Math.abs(a - b) < 1e-2;

export default function check(answer: typeof import("./starter.ts")) {
  const { layerNorm } = answer;
  if (typeof layerNorm !== "function")
    return {
      en: "There is no function named layerNorm any more: the check calls it, so it must be exported.",
      zh: "找不到名为 layerNorm 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got = tried(layerNorm, rows);
  if (!got)
    return {
      en: "For 2 rows of 4 numbers, layerNorm should give back a tensor with as many numbers.",
      zh: "给 2 行、每行 4 个数，layerNorm 应当返回同样大小的张量。",
    };
  return (
    wrong(got.y) ?? unsafe(layerNorm) ?? unscaled(layerNorm) ?? unlearnable(layerNorm)
  );
}

/** What is wrong with two rows, where every scale is 1 and every shift 0. */
function wrong(y: number[]) {
  const wanted = tried(humpty.layerNorm, rows)?.y ?? [];
  if (same(y, wanted)) return undefined;
  const [should, is] = [list(wanted.slice(0, 4)), list(y.slice(0, 4))];
  const say = (en: string, zh: string) => ({
    en: `${en} The row [2, 4, 4, 10] should become ${should}; it becomes ${is}.`,
    zh: `${zh}[2, 4, 4, 10] 这一行应变成 ${should}，现在变成 ${is}。`,
  });
  const [first, all] = [moments(y.slice(0, 4)), moments(y)];
  const column = moments([y[0] ?? 0, y[4] ?? 0]);
  if (near(column.mean, 0) && near(column.squares, 1))
    return say(
      "Now each column has the mean 0, not each row: the words are mixed with one another.",
      "现在每一列的平均数是 0，而不是每一行：不同的词混在一起了。",
    );
  if (near(all.mean, 0) && near(all.squares, 1) && !near(first.mean, 0))
    return say(
      "All rows together have the mean 0 and the standard deviation 1: they share one mean. Each row needs its own.",
      "所有行合起来平均数才是 0、标准差才是 1：它们共用了一个平均数。每一行要有自己的。",
    );
  if (near(first.mean, 0) && near(all.squares, 1))
    return say(
      "Each row has the mean 0, but all rows share one standard deviation. Each needs its own, too.",
      "每一行的平均数是 0，但所有行共用了一个标准差。每一行也要有自己的标准差。",
    );
  if (near(first.mean, 0) && near(first.squares, 0.75))
    return say(
      "The mean is right, and the row is a little too narrow: the squares were divided by 3. There are 4 numbers, and layer normalization divides by as many.",
      "平均数对了，但这一行窄了一点：平方和除以了 3。一共有 4 个数，层归一化就除以 4。",
    );
  if (near(first.mean, 0))
    return say(
      "The mean is right, but the standard deviation is not 1. Is it divided by the variance, whose root is missing?",
      "平均数对了，但标准差不是 1。是不是除以了方差，而忘了开平方？",
    );
  return say(
    "The mean of the row is not 0: subtract the row's own mean first.",
    "这一行的平均数不是 0：先减去这一行自己的平均数。",
  );
}

/** Rows of equal numbers, and more dimensions. */
function unsafe(norm: LayerNorm) {
  if (!same(tried(norm, equal)?.y, [0, 0, 0, 0]))
    return {
      en: "Rows that differ are right, but [3, 3, 3, 3] should become zeros: its standard deviation is 0, and something divided by 0 is NaN or infinite. Where does eps belong?",
      zh: "各数不同的行没问题，但 [3, 3, 3, 3] 应当变成零：它的标准差是 0，除以 0 会得到 NaN 或无穷大。eps 应当加在哪里？",
    };
  if (!same(tried(norm, deep)?.y, tried(humpty.layerNorm, deep)?.y))
    return {
      en: "Two dimensions are right, but texts come in batches. In a tensor of the shape [2, 3, 4] the vectors lie along the last dimension: −1 counts from the end.",
      zh: "两个维度时没问题，但文本是成批来的。形状为 [2, 3, 4] 时，向量在最后一维：−1 从末尾数起。",
    };
  return undefined;
}

/** The scales and shifts. */
function unscaled(norm: LayerNorm) {
  const { y = [] } = tried(norm, rows, chosen) ?? {};
  const wanted = tried(humpty.layerNorm, rows, chosen)?.y ?? [];
  if (same(y, wanted)) return undefined;
  const [scaled, shifted] = [
    { weight: chosen.weight, bias: plain.bias },
    { weight: plain.weight, bias: chosen.bias },
  ].map((one) => tried(humpty.layerNorm, rows, one)?.y);
  if (same(y, scaled))
    return {
      en: "The scales are right, but the biases are not added.",
      zh: "缩放对了，但偏置没有加上。",
    };
  if (same(y, shifted))
    return {
      en: "The biases are right, but nothing is multiplied by its weight.",
      zh: "偏置对了，但没有乘以各自的权重。",
    };
  return {
    en: `With the weights [2, 1, 1, 3] and the biases [0, 5, 0, 1], the last number of [2, 4, 4, 10] should become ${short(wanted[3])}, and it becomes ${short(y[3])}. Multiply by the weight first, then add the bias.`,
    zh: `权重为 [2, 1, 1, 3]、偏置为 [0, 5, 0, 1] 时，[2, 4, 4, 10] 的最后一个数应变成 ${short(wanted[3])}，现在是 ${short(y[3])}。先乘权重，再加偏置。`,
  };
}

/** Whether training could use it: its slopes against the package's. */
function unlearnable(norm: LayerNorm) {
  const { slopes = [] } = tried(norm, rows, chosen) ?? {};
  const wanted = tried(humpty.layerNorm, rows, chosen)?.slopes ?? [];
  const bad = ["x", "weight", "bias"].find((_, i) => !same(slopes[i], wanted[i]));
  if (!bad) return undefined;
  if (bad !== "x")
    return {
      en: `The numbers are right, but no right slope comes back to ${bad}, so it could not be trained.`,
      zh: `数值对了，但 ${bad} 得不到正确的梯度，所以无法训练。`,
    };
  const row = slopes[0]?.slice(0, 4) ?? [];
  const even = Math.abs(row.reduce((sum, one) => sum + one, 0)) < 1e-3;
  const expected = list(wanted[0]?.slice(0, 4) ?? []);
  return even
    ? {
        en: `The numbers are right, but the slopes of x are not: ${expected} is expected for the first row, and ${list(row)} came back. A larger number also makes the standard deviation larger; that way back is cut.`,
        zh: `数值对了，但 x 的梯度不对：第一行应为 ${expected}，实为 ${list(row)}。一个数变大，标准差也会变大；这条返回的路被切断了。`,
      }
    : {
        en: `The numbers are right, but the slopes of x are not: ${expected} is expected for the first row, and ${list(row)} came back. If all numbers of a row grow alike, nothing changes, so these slopes must add up to 0: the mean moves along.`,
        zh: `数值对了，但 x 的梯度不对：第一行应为 ${expected}，实为 ${list(row)}。一行的数一起变大时结果不变，所以梯度加起来必须是 0：平均数也跟着动。`,
      };
}
