import { ones, Random, randn, Tensor } from "@humpty/model";

type Dropout = typeof import("./starter.ts").dropout;
const [p, rows, columns] = [0.25, 100, 40];
const x = ones([rows, columns]);
const kept = 1 / (1 - p);
const short = (one: number) => String(Number(one.toFixed(2)));
const near = (a: number, b: number) => Math.abs(a - b) < 1e-4;

export default function check(answer: typeof import("./starter.ts")) {
  const { dropout } = answer;
  if (typeof dropout !== "function")
    return {
      en: "There is no function named dropout any more: the check calls it, so it must be exported.",
      zh: "找不到名为 dropout 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const random = new Random(7);
  const practice = dropout(x, p, random, true);
  if (!(practice instanceof Tensor) || practice.size !== x.size)
    return {
      en: `From a tensor of ${x.size} numbers, dropout should make a tensor of as many.`,
      zh: `给一个 ${x.size} 个数的张量，dropout 应当返回同样多个数的张量。`,
    };
  const numbers = practice.toList();
  return (
    idle(dropout) ??
    wrongShare(numbers) ??
    wrongSize(numbers) ??
    pattern(numbers) ??
    dice(dropout, random, numbers) ??
    shaped(dropout) ??
    unlearnable(dropout)
  );
}

/** Outside training. */
function idle(dropout: Dropout) {
  const later = dropout(x, p, new Random(7), false).toList();
  if (later.every((one) => one === 1)) return undefined;
  if (later.every((one) => near(one, 1 - p)))
    return {
      en: `Outside training, every number is multiplied by ${short(1 - p)}. That was the first form of dropout. This one makes the numbers larger while training instead, so that nothing has to be done afterwards.`,
      zh: `不训练时，每个数都乘了 ${short(1 - p)}。这是 dropout 最早的形式；这里要的是训练时放大，之后什么都不用做。`,
    };
  return {
    en: "Outside training nothing should be dropped: x comes back as it is.",
    zh: "不训练时什么都不该丢：x 应原样返回。",
  };
}

/** How many are dropped. */
function wrongShare(numbers: number[]) {
  const dropped = numbers.filter((one) => one === 0).length;
  const share = dropped / numbers.length;
  if (Math.abs(share - p) < 0.04) return undefined;
  const [is, should] = [Math.round(100 * share), Math.round(100 * p)];
  if (dropped === 0 && numbers.every((one) => near(one, numbers[0] ?? 0)))
    return {
      en: `Nothing is dropped: all ${numbers.length} ones became ${short(numbers[0] ?? 0)}. Throw for each number: random.uniform() is below p with the chance p.`,
      zh: `一个都没有丢：${numbers.length} 个 1 全变成了 ${short(numbers[0] ?? 0)}。要为每个数掷一次：random.uniform() 小于 p 的概率就是 p。`,
    };
  if (dropped === numbers.length)
    return {
      en: "One throw decides for all numbers together: in the check, everything is gone. Throw for each number.",
      zh: "一次掷骰子决定了所有的数：检查时全都没了。要为每个数各掷一次。",
    };
  if (Math.abs(share - (1 - p)) < 0.04)
    return {
      en: `p is the chance to be dropped, and you drop with the chance 1 − p: with p = ${p}, ${is}% are gone.`,
      zh: `p 是丢掉的概率，而你丢掉的概率是 1 − p：p = ${p} 时，${is}% 没了。`,
    };
  return {
    en: `With p = ${p}, about ${should}% should be dropped; it is ${is}%.`,
    zh: `p = ${p} 时，应当丢掉约 ${should}%；现在丢了 ${is}%。`,
  };
}

/** What became of the others. */
function wrongSize(numbers: number[]) {
  const bad = numbers.find((one) => one !== 0 && !near(one, kept));
  if (bad === undefined) return undefined;
  const say = (en: string, zh: string) => ({
    en: `${en} With p = ${p}, a 1 that is kept should become 1 / ${short(1 - p)} = ${short(kept)}; it becomes ${short(bad)}.`,
    zh: `${zh}p = ${p} 时，留下的 1 应变成 1 / ${short(1 - p)} = ${short(kept)}，现在是 ${short(bad)}。`,
  });
  if (near(bad, 1))
    return say(
      "What is kept stays as large as it was, and so the average shrinks.",
      "留下的数没有放大，平均数就变小了。",
    );
  if (near(bad, 1 - p))
    return say(
      "What is kept becomes smaller. It should make up for what is gone: divide.",
      "留下的数反而变小了。它应当补上丢掉的：要除，不是乘。",
    );
  if (near(bad, 1 / p))
    return say(
      "p is the chance to be dropped. Divide by the share that is kept.",
      "p 是丢掉的概率，应当除以留下的那一份。",
    );
  return say("What is kept has the wrong size.", "留下的数大小不对。");
}

/** Whether each number has a throw of its own. */
function pattern(numbers: number[]) {
  const same = (at: (row: number, column: number) => number) =>
    numbers.every((one, i) => {
      const [row, column] = [Math.floor(i / columns), i % columns];
      return (one === 0) === (numbers[at(row, column)] === 0);
    });
  if (!same((_, column) => column) && !same((row) => row * columns)) return undefined;
  return {
    en: "The same numbers are dropped in every row, or in every column. Each number needs a throw of its own, so that each word loses others.",
    zh: "每一行（或每一列）丢掉的都是同样的位置。每个数要各掷一次，让每个词丢的都不一样。",
  };
}

/** Whether `random` throws the dice, and goes on throwing. */
function dice(dropout: Dropout, random: Random, first: number[]) {
  const equal = (a: number[]) => a.every((one, i) => one === first[i]);
  if (!equal(dropout(x, p, new Random(7), true).toList()))
    return {
      en: "From the same seed, other numbers were dropped the second time. All chance must come from `random`; otherwise no run could be repeated.",
      zh: "种子相同，第二次丢的却是别的数。所有的随机都要来自 `random`，否则没有哪次运行能重复。",
    };
  if (equal(dropout(x, p, random, true).toList()))
    return {
      en: "The second time, the very same numbers were dropped. Then only one thinned network ever practices. Let `random` go on.",
      zh: "第二次丢掉的数和第一次完全一样，那就永远只有一个变稀的网络在练习。让 `random` 接着往下走。",
    };
  return undefined;
}

function shaped(dropout: Dropout) {
  const { shape } = dropout(ones([2, 3, 4]), p, new Random(1), true);
  if (String(shape) === "2,3,4") return undefined;
  return {
    en: `The numbers are right, but a tensor of the shape [2, 3, 4] came back as [${shape.join(", ")}].`,
    zh: `数值对了，但形状为 [2, 3, 4] 的张量变成了 [${shape.join(", ")}]。`,
  };
}

/** Whether training could pass through it: a slope comes back the way the number went. */
function unlearnable(dropout: Dropout) {
  const given = randn([5, 6], new Random(3));
  given.requireGrad();
  const sum = dropout(given, p, new Random(4), true).sum();
  if (sum.requiresGrad) sum.backward();
  const slopes = given.grad?.toList() ?? [];
  const wanted = dropout(ones([5, 6]), p, new Random(4), true).toList();
  if (slopes.length > 0 && slopes.every((one, i) => near(one, wanted[i] ?? 0)))
    return undefined;
  return {
    en: `The numbers are right, but no right slopes come back to x: 0 is expected where a number was dropped, and ${short(kept)} elsewhere. Make the result from x by multiplying, and cut it off nowhere.`,
    zh: `数值对了，但 x 得不到正确的梯度：丢掉的地方应为 0，其余应为 ${short(kept)}。结果要由 x 乘出来，中间不能切断。`,
  };
}
