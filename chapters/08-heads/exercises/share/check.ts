const cases = [
  [8, 8],
  [8, 2],
  [8, 1],
  [12, 4],
  [6, 3],
] as const;
type Rule = (head: number, heads: number, sets: number) => number;

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.setOf !== "function")
    return {
      en: "There is no function named setOf any more: the check calls it, so it must be exported.",
      zh: "找不到名为 setOf 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const all = cases.flatMap(([heads, sets]) =>
    Array.from({ length: heads }, (_, head) => ({ head, heads, sets })),
  );
  const right: Rule = (head, heads, sets) => Math.floor((head * sets) / heads);
  const answers = all.map((one) => ({
    ...one,
    got: answer.setOf(one.head, one.heads, one.sets) as unknown,
    should: right(one.head, one.heads, one.sets),
  }));
  const bad = answers.find(({ got, should }) => got !== should);
  if (!bad) return undefined;
  const follows = (rule: Rule) =>
    answers.every(({ head, heads, sets, got }) => got === rule(head, heads, sets));
  const { head, heads, sets, got, should } = bad;
  const say = (en: string, zh: string) => ({
    en: `${en} With ${heads} heads and ${sets} sets, head ${head} should use set ${should}; it uses ${got}.`,
    zh: `${zh}${heads} 个头、${sets} 组时，头 ${head} 应当用第 ${should} 组，现在用的是 ${got}。`,
  });
  if (follows((one, heads, sets) => (heads > sets ? 0 : one)))
    return say(
      "As soon as there are fewer sets than heads, all use the first one.",
      "只要组数比头少，所有的头就都用第 0 组了。",
    );
  if (follows((one, _, sets) => one % sets))
    return say(
      "The sets are dealt out like cards, so that neighbors have different ones. It would work, if training did so too; but in the files of published models neighbors share.",
      "组像发牌一样轮流分，相邻的头用的不是同一组。要是训练时也这样，倒也能用；但公开的模型文件里，共用一组的是相邻的头。",
    );
  if (follows((one, _, sets) => Math.floor(one / sets)))
    return say(
      "You divide by the number of sets. How many heads share one set? Divide by that.",
      "你除以的是组数。几个头共用一组？应当除以那个数。",
    );
  if (follows((one, heads, sets) => (one * sets) / heads))
    return say(
      "The right idea, but sets are whole: there is none between two of them.",
      "思路对了，但组是整数：两组之间没有别的组。",
    );
  if (follows((one, heads, sets) => Math.round((one * sets) / heads)))
    return say(
      "Rounding sends the upper half of each group on to the next set, and the last heads to one that does not exist. Round down.",
      "四舍五入会把每组的后一半推到下一组，最后几个头还会用到不存在的组。应当向下取整。",
    );
  if (follows((one, heads, sets) => right(one, heads, sets) + 1))
    return say(
      "The groups are right, but sets are counted from 0, as heads are.",
      "分组对了，但组和头一样，从 0 数起。",
    );
  if (follows((one, heads, sets) => one % (heads / sets)))
    return say(
      "That is a head's place within its group, not the number of the group.",
      "这是头在组里的位置，不是组的编号。",
    );
  return say("Not yet.", "还不对。");
}
