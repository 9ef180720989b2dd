import { Random, randn, Tensor, tensor } from "@humpty/model";

type Softmax = (scores: Tensor) => Tensor;
const small = tensor([
  [2, 1, 0],
  [0, 0, 1],
]);
const large = tensor([
  [1005, 1001, 1000],
  [5, 1, 0],
  [0, 0, 300],
]);
const masked = tensor([[1, 2, Number.NEGATIVE_INFINITY]]);
const deep = randn([2, 2, 3], new Random(5));

/** Chances, and how a sum in which each of them counts differently changes with each score. */
function tried(softmax: Softmax, given: Tensor) {
  const scores = given.detach().requireGrad();
  const chances = softmax(scores);
  if (!(chances instanceof Tensor) || chances.size !== given.size) return undefined;
  const sum = chances.mul(randn(given.shape, new Random(4))).sum();
  if (sum.requiresGrad) sum.backward();
  return { p: chances.toList(), slopes: scores.grad?.toList() };
}
const same = (a: number[] = [], b: number[] = []) =>
  a.length === b.length && a.every((one, i) => Math.abs(one - (b[i] ?? 0)) < 1e-4);
const close = (a = 0, b = 0) => Math.abs(a - b) < 1e-4;
const list = (numbers: number[] = []) => `[${numbers.map(short).join(", ")}]`;
const short = (one: number) => String(Number(one.toFixed(3))).replace("-", "−");

export default function check(answer: typeof import("./starter.ts")) {
  const { softmax } = answer;
  if (typeof softmax !== "function")
    return {
      en: "There is no function named softmax any more: the check calls it, so it must be exported.",
      zh: "找不到名为 softmax 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got = tried(softmax, small);
  if (!got)
    return {
      en: "For 2 rows of 3 scores, softmax should give back a tensor with as many numbers, computed from the scores.",
      zh: "给 2 行、每行 3 个分数，softmax 应当返回由分数算出的同样大小的张量。",
    };
  return wrong(got.p) ?? unsafe(softmax) ?? unlearnable(softmax);
}

/** What is wrong with the chances of small scores. */
function wrong(p: number[]) {
  const wanted = small.softmax().toList();
  if (same(p, wanted)) return undefined;
  const [should, is] = [list(wanted.slice(0, 3)), list(p.slice(0, 3))];
  const say = (en: string, zh: string) => ({
    en: `${en} The row [2, 1, 0] should become ${should}; it becomes ${is}.`,
    zh: `${zh}[2, 1, 0] 这一行应变成 ${should}，现在变成 ${is}。`,
  });
  const [a = 0, b = 0, , d = 0, e = 0] = p;
  if (close(a + d, 1) && close(b + e, 1))
    return say(
      "The columns add up to 1, not the rows: the total runs along the wrong dimension.",
      "加起来等于 1 的是列而不是行：求和的维度弄错了。",
    );
  if (
    close(
      p.reduce((sum, one) => sum + one, 0),
      1,
    )
  )
    return say(
      "All rows together add up to 1: they share one total. Each row needs its own.",
      "所有行合起来才等于 1：它们共用了一个总和。每一行要有自己的总和。",
    );
  if (same(p, small.div(small.sum(-1, true)).toList()))
    return say(
      "These are plain shares of the scores. With negative scores they would be no chances at all: first raise e to the power of each.",
      "这只是分数所占的份额。分数有负数时，它们根本不是概率：要先对每个分数取 e 的幂。",
    );
  if (same(p, small.neg().softmax().toList()))
    return say(
      "The order is turned over: the largest score gets the smallest chance. A sign is wrong.",
      "顺序反了：最大的分数得到最小的概率。有一个符号错了。",
    );
  return say("These are not the chances of softmax.", "这不是 softmax 的概率。");
}

/** Whether large scores and masked ones break it. */
function unsafe(softmax: Softmax) {
  const { p = [] } = tried(softmax, large) ?? {};
  const broken = [0, 1, 2].map((row) =>
    p.slice(3 * row, 3 * row + 3).some(Number.isNaN),
  );
  if (broken[0])
    return {
      en: "Small scores are right, but [1005, 1001, 1000] become NaN: e to the power of 1005 is more than a computer's number can hold. Make the largest score 0 first.",
      zh: "小的分数没问题，但 [1005, 1001, 1000] 变成了 NaN：e 的 1005 次方超出了计算机数字的范围。先让最大的分数变成 0。",
    };
  if (broken[1])
    return {
      en: "In a table that also has a row with 1005, the row [5, 1, 0] becomes NaN: you subtract the largest score of the whole table, and nothing is left of this row. Subtract each row's own largest.",
      zh: "表里另有一行含 1005 时，[5, 1, 0] 这一行变成了 NaN：你减去的是整张表的最大值，这一行就什么也不剩了。每一行要减去自己的最大值。",
    };
  if (!same(p, large.softmax().toList()))
    return {
      en: "Small scores are right, but [0, 0, 300] should become [0, 0, 1] and does not. What you subtract must leave no score above 0: only the largest does.",
      zh: "小的分数没问题，但 [0, 0, 300] 应变成 [0, 0, 1]，现在不是。减去之后不能有大于 0 的分数：只有减最大值才行。",
    };
  if (!same(tried(softmax, masked)?.p, masked.softmax().toList()))
    return {
      en: "A score of −∞, as the causal mask sets it, should get the chance 0 and leave the others as they are.",
      zh: "因果掩码把分数设为 −∞，它的概率应当是 0，而且不影响其他分数。",
    };
  if (!same(tried(softmax, deep)?.p, deep.softmax().toList()))
    return {
      en: "Two dimensions are right, but attention has more. In scores of the shape [2, 2, 3] the rows lie along the last dimension: −1 counts from the end.",
      zh: "两个维度时没问题，但注意力的维度更多。形状为 [2, 2, 3] 时，行在最后一维：−1 从末尾数起。",
    };
  return undefined;
}

/** Whether training could use it: its slopes against the package's. */
function unlearnable(softmax: Softmax) {
  const { slopes } = tried(softmax, small) ?? {};
  const wanted = tried((scores) => scores.softmax(), small)?.slopes;
  if (same(slopes, wanted)) return undefined;
  if (!slopes)
    return {
      en: "The chances are right, but no slope comes back from them: they were detached from the scores, so nothing before softmax could learn.",
      zh: "概率对了，但没有梯度返回：它们和分数断开了（detach），softmax 之前的部分都学不到东西。",
    };
  return {
    en: `The chances are right, but their slopes are not: for the first score ${short(wanted?.[0] ?? 0)} is expected and ${short(slopes[0] ?? 0)} came back. A larger score also makes the total larger, and so all other chances smaller; that way back is cut.`,
    zh: `概率对了，但梯度不对：第一个分数的梯度应为 ${short(wanted?.[0] ?? 0)}，实为 ${short(slopes[0] ?? 0)}。一个分数变大，总和也变大，其他概率就变小；这条返回的路被切断了。`,
  };
}
