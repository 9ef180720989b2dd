import { attention, causalMask, Random, randn, Tensor, tensor } from "@humpty/model";

type Attention = (q: Tensor, k: Tensor, v: Tensor) => Tensor;
type Three = [Tensor, Tensor, Tensor];
/** Queries, keys and values for as many words as given, with 4 numbers each. */
const made = (random: Random, shape: number[]): Three => [
  randn(shape, random),
  randn(shape, random),
  randn(shape, random),
];
const [q, k, v] = made(new Random(3), [3, 4]);
const sentences = made(new Random(5), [2, 3, 4]);
const root = 2; // √4

/** What the package's one-headed, causal attention gives. */
const packages: Attention = (q, k, v) => {
  const three = [q, k, v].map((one) => one.reshape([-1, 3, 4])) as Three;
  return attention(...three, { heads: 1, causal: true }).reshape(q.shape);
};
/** Right attention with one thing done otherwise. */
const other = (change: {
  scores?: (right: Tensor) => Tensor;
  weigh?: (masked: Tensor) => Tensor;
}): Attention => {
  const { scores = (right) => right, weigh = (masked) => masked.softmax() } = change;
  return (q, k, v) => {
    const right = q.matmul(k.transpose()).div(root);
    return weigh(scores(right).maskedFill(causalMask(3), -Infinity)).matmul(v);
  };
};

/** The output, and how a sum in which each of its numbers counts differently changes with each input. */
function tried(attention: Attention, given: Three) {
  const three = given.map((one) => one.detach().requireGrad()) as Three;
  const output: unknown = attention(...three);
  if (!(output instanceof Tensor)) return { shape: "", numbers: [], slopes: [] };
  const counts = randn(output.shape, new Random(4));
  if (output.requiresGrad) output.mul(counts).sum().backward();
  const slopes = three.map(({ grad }) => grad?.toList());
  return { shape: output.shape.join(" × "), numbers: output.toList(), slopes };
}
const same = (a: number[] = [], b: number[] = []) =>
  a.length === b.length && a.every((one, i) => Math.abs(one - (b[i] ?? 0)) < 1e-4);
const short = (one = Number.NaN) => String(Number(one.toFixed(3))).replace("-", "−");
const row = (numbers: number[], i: number) => numbers.slice(4 * i, 4 * i + 4);
const wanted = tried(packages, [q, k, v]);

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.attention !== "function")
    return {
      en: "There is no function named attention any more: the check calls it, so it must be exported.",
      zh: "找不到名为 attention 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got = tried(answer.attention, [q, k, v]);
  if (got.shape === "3 × 3")
    return {
      en: "What comes back is 3 × 3: these are the weights, how much each word hears of each. Mix the values with them.",
      zh: "返回的是 3 × 3：这是权重，即每个词听每个词听多少。还要用它们来混合值。",
    };
  if (got.shape !== "3 × 4")
    return {
      en: `For three words of 4 numbers, attention should give back a tensor of 3 × 4; we got ${got.shape || "no tensor"}.`,
      zh: `三个词、每个词 4 个数，attention 应当返回 3 × 4 的张量；现在得到 ${got.shape || "的不是张量"}。`,
    };
  return (
    wrong(answer.attention, got.numbers) ??
    several(answer.attention) ??
    slopes(got.slopes)
  );
}

/** What is wrong with the numbers for one sentence. */
function wrong(attention: Attention, got: number[]) {
  if (same(got, wanted.numbers)) return undefined;
  const at = [0, 1, 2].find((i) => !same(row(got, i), row(wanted.numbers, i))) ?? 0;
  const say = (en: string, zh: string) => {
    const [should, is] = [wanted.numbers[4 * at], got[4 * at]].map(short);
    return {
      en: `${en} The row of word ${at + 1} should begin with ${should}; it begins with ${is}.`,
      zh: `${zh}第 ${at + 1} 个词那一行的第一个数应为 ${should}，实为 ${is}。`,
    };
  };
  const is = (change: Parameters<typeof other>[0]) =>
    same(got, tried(other(change), [q, k, v]).numbers);
  if (row(got, 0).every((one) => one === 0))
    return say(
      "The first word hears nobody, not even itself: only words that come after it should be hidden.",
      "第一个词谁也听不到，连自己也听不到：应当遮住的只是排在后面的词。",
    );
  if (is({ weigh: (masked) => masked.softmax(-2) }))
    return say(
      "The columns of the weights add up to 1, not the rows: softmax runs along the wrong dimension. Each word that asks has a row.",
      "权重加起来等于 1 的是列而不是行：softmax 的维度弄错了。每个发问的词占一行。",
    );
  if (is({ scores: (right) => right.transpose() }))
    return say(
      "Keys and queries have changed places: row i should hold what all keys answer to the query of word i.",
      "键和查询的角色反了：第 i 行应当是所有的键对第 i 个词的查询的回答。",
    );
  const ones = attention(q, k, v.mul(0).add(1)).toList();
  if (!ones.every((one) => Math.abs(one - 1) < 1e-4))
    return say(
      `The weights of a row do not add up to 1: for the first word they make ${short(ones[0])}. Hide the scores before softmax, and change nothing after it.`,
      `一行权重加起来不等于 1：第一个词那一行的和是 ${short(ones[0])}。应当在 softmax 之前遮住分数，之后不再改动。`,
    );
  // Change the last word: only its own output may change. Change the first: the last should notice.
  const last = changed(attention, 2);
  const first = changed(attention, 0);
  if (!same(row(last, 0), row(got, 0))) {
    if (same(row(first, 2), row(got, 2)))
      return say(
        "The mask is on the wrong side: the first word hears the last, and the last does not hear the first.",
        "掩码遮反了：第一个词能听到最后一个，最后一个却听不到第一个。",
      );
    const zero = tried(
      (q, k, v) => {
        const scores = q.matmul(k.transpose()).div(root);
        return scores.maskedFill(causalMask(3), 0).softmax().matmul(v);
      },
      [q, k, v],
    );
    if (same(got, zero.numbers))
      return say(
        "The scores of later words are set to 0, and that is a score like any other: e⁰ is 1. Only −∞ gets the weight 0.",
        "后面的词的分数设成了 0，可零也是一个普通的分数：e⁰ 是 1。只有 −∞ 的权重才是 0。",
      );
    return say(
      "The first word still hears words that come after it: change the last word, and the first output changes.",
      "第一个词还能听到后面的词：改动最后一个词，第一个输出也跟着变。",
    );
  }
  if (is({ scores: (right) => right.mul(root) }))
    return say(
      "Nobody hears a later word, but the scores are not divided by √d yet.",
      "谁也听不到后面的词了，但分数还没有除以 √d。",
    );
  if (is({ scores: (right) => right.div(root) }))
    return say(
      "The scores are divided by d, which makes them too small. Divide by its square root.",
      "分数除以了 d，变得太小。应当除以它的平方根。",
    );
  if (is({ scores: (right) => right.mul(root / Math.sqrt(3)) }))
    return say(
      "The scores are divided by the root of the number of words. d is how long a query is: the last size of its shape.",
      "分数除以了词数的平方根。d 是一个查询有多少个数，也就是形状的最后一个数。",
    );
  return say(
    "These are not the values, mixed by the weights of causal, scaled attention.",
    "这不是用因果、缩放的注意力权重混合出来的值。",
  );
}

/** The output when one word's key and value are others. */
function changed(attention: Attention, word: number) {
  const [, otherK, otherV] = made(new Random(8), [3, 4]);
  const swap = (one: Tensor, by: Tensor) => {
    const rows = one.toRows();
    rows[word] = by.row(word).toList();
    return tensor(rows);
  };
  return attention(q, swap(k, otherK), swap(v, otherV)).toList();
}

/** Whether it can do with several sentences at once, as training gives them. */
function several(attention: Attention) {
  let numbers: number[] = [];
  let said = "";
  try {
    numbers = tried(attention, sentences).numbers;
  } catch (error) {
    said = error instanceof Error ? error.message : String(error);
  }
  if (same(numbers, tried(packages, sentences).numbers)) return undefined;
  return {
    en: `One sentence is right. Two at once, with the shape [2, 3, 4], are not: time and d are the last two sizes of the shape, so count from its end.${said && ` The error was: ${said}`}`,
    zh: `一个句子没问题。两个句子一起、形状为 [2, 3, 4] 时就不对了：time 和 d 是形状的最后两个数，要从末尾数起。${said && `报错是：${said}`}`,
  };
}

/** Whether training could use it: its slopes against the package's. */
function slopes(got: (number[] | undefined)[]) {
  const names = ["q", "k", "v"].filter((_, i) => !same(got[i], wanted.slopes[i]));
  if (names.length === 0) return undefined;
  if (names.join() === "q,k")
    return {
      en: "The numbers are right, but no slope comes back through the weights: they were cut off from q and k, so nobody would learn whom to listen to.",
      zh: "数值对了，但梯度不能穿过权重返回：权重和 q、k 断开了，谁也学不会该听谁。",
    };
  if (names.join() === "v")
    return {
      en: "The numbers are right, but no slope comes back to the values: they were detached, so nobody would learn what to say.",
      zh: "数值对了，但梯度回不到值：值被 detach 切断了，谁也学不会该说什么。",
    };
  return {
    en: `The numbers are right, but the slopes of ${names.join(", ")} are not the package's. Every step must be an operation of the tensors.`,
    zh: `数值对了，但 ${names.join("、")} 的梯度和软件包的不同。每一步都必须是张量的运算。`,
  };
}
