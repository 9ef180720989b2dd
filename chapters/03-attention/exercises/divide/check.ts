const query = [3, 1, 2, 0];
const keys = [
  [1, 1, 1, 1],
  [4, 0, 2, 5],
  [0, 2, 0, 1],
];
const plain = [6, 16, 2];
const wanted = [3, 8, 1];

const same = (a: number[], b: number[]) =>
  a.length === b.length && a.every((n, i) => Math.abs(n - (b[i] ?? 0)) < 1e-4);
const times = (factor: number) => plain.map((score) => score * factor);
const list = (numbers: number[]) =>
  `[${numbers.map((n) => Number(n.toFixed(3))).join(", ")}]`;

/** Scores of three keys with four numbers each: with √4 = 2, every one can be seen by eye. */
export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.scores !== "function")
    return {
      en: "There is no function named scores any more: the check calls it, so it must be exported.",
      zh: "找不到名为 scores 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got: unknown = answer.scores(
    [...query],
    keys.map((key) => [...key]),
  );
  if (!Array.isArray(got) || got.length !== 3 || got.some((n) => typeof n !== "number"))
    return {
      en: "With three keys, scores should return a list of three numbers, one for each key.",
      zh: "有三个键时，scores 应当返回三个数，每个键一个。",
    };
  if (same(got, wanted)) return undefined;
  const numbers = {
    en: ` For vectors of 4 numbers we expected ${list(wanted)} and got ${list(got)}.`,
    zh: `向量有 4 个数时，应得 ${list(wanted)}，实得 ${list(got)}。`,
  };
  const say = (en: string, zh: string) => ({
    en: en + numbers.en,
    zh: zh + numbers.zh,
  });
  if (same(got, plain))
    return say(
      "These are the scores as they were: nothing divides them yet.",
      "这还是原来的分数，还没有除以任何数。",
    );
  if (same(got, times(1 / 4)))
    return say(
      "You divided by d itself, which makes the scores too small. Divide by its square root.",
      "你除以了 d 本身，分数变得太小。应当除以它的平方根。",
    );
  if (same(got, times(2)))
    return say(
      "The scores grew: you multiplied by √d where they should be divided.",
      "分数变大了：你乘了 √d，应当是除以它。",
    );
  if (same(got, times(1 / Math.sqrt(3))))
    return say(
      "You divided by the root of the number of words. d is how long a key is, not how many there are.",
      "你除以了词数的平方根。d 是一个键有多少个数，而不是有多少个键。",
    );
  if (same(got, times(1 / Math.sqrt(2))))
    return say(
      "√2 is right for this chapter's vectors of 2 numbers only. Take d from the length of the query.",
      "√2 只适用于本章这些两个数的向量。d 应取查询向量的长度。",
    );
  if (same(got, plain.map(Math.sqrt)))
    return say(
      "You took the root of the score. Leave the score alone and divide it by the root of d.",
      "你给分数开了平方。分数不动，用它除以 d 的平方根。",
    );
  return say("The scores are not those divided by √d.", "这些分数不是除以 √d 的结果。");
}
