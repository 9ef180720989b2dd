import { tensor } from "@humpty/model";

const members = [
  [2, 0, -1, 1],
  [-1, 3, 0, 0],
];
const three = [...members, [4, -2, 1, 0]];
const chances = (scores: number[]) => tensor(scores).softmax().toList();
const sumOf = (list: number[]) => list.reduce((sum, one) => sum + one, 0);
const column = (rows: number[][], i: number) => sumOf(rows.map((row) => row[i] ?? 0));
type Vote = typeof import("./starter.ts").vote;

const right: Vote = (members) => {
  const all = members.map(chances);
  return (all[0] ?? []).map((_, i) => column(all, i) / all.length);
};
const short = (one = 0) => one.toFixed(2).replace("-", "−");
const list = (numbers: number[]) => `[${numbers.map(short).join(", ")}]`;
const same = (a: number[], b: number[]) =>
  a.length === b.length && a.every((one, i) => Math.abs(one - (b[i] ?? 0)) < 1e-4);

export default function check(answer: typeof import("./starter.ts")) {
  const { vote } = answer;
  if (typeof vote !== "function")
    return {
      en: "There is no function named vote any more: the check calls it, so it must be exported.",
      zh: "找不到名为 vote 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const cases = [members, three, [[1, 0, 0]]];
  const answers = cases.map((given) => vote(given) as unknown);
  if (!answers.every((got): got is number[] => Array.isArray(got)))
    return {
      en: "vote should give a list of chances, one for each letter.",
      zh: "vote 应当返回一个概率列表，每个字母一个。",
    };
  const bad = cases.find((given, i) => !same(answers[i] ?? [], right(given)));
  if (!bad) return undefined;
  const got = answers[cases.indexOf(bad)] ?? [];
  const follows = (rule: Vote) =>
    cases.every((given, i) => same(answers[i] ?? [], rule(given)));
  const say = (en: string, zh: string) => ({
    en: `${en} From ${bad.map(list).join(" and ")}, ${list(right(bad))} is expected; it is ${list(got)}.`,
    zh: `${zh}${bad.map(list).join(" 和 ")} 应得 ${list(right(bad))}，现在是 ${list(got)}。`,
  });
  if (follows((members) => chances(members[0] ?? [])))
    return say("Only the first member was asked.", "只问了第一个成员。");
  const sums = (members: number[][]) =>
    (members[0] ?? []).map((_, i) => column(members.map(chances), i));
  if (follows(sums))
    return say(
      "The chances are added up and not divided: together they make more than 1.",
      "概率加了起来却没有除：合计超过了 1。",
    );
  if (follows((members) => sums(members).map((one) => one / (members[0]?.length ?? 1))))
    return say(
      "You divide by the number of letters. Divide by the number of members.",
      "你除以的是字母的个数，应当除以成员的个数。",
    );
  if (follows((members) => chances(right(members))))
    return say(
      "The average is right, and then softmax was taken once more. Chances are no scores.",
      "平均对了，可又做了一次 softmax。概率不是得分。",
    );
  const scoreSums = (members: number[][]) =>
    (members[0] ?? []).map((_, i) => column(members, i));
  if (follows((members) => chances(scoreSums(members))))
    return say(
      "Scores are added up, and then softmax is taken: each member multiplies what the others think. Softmax first, for each member.",
      "先把得分加了起来再做 softmax：这样每个成员都在乘别人的意见。先对每个成员做 softmax。",
    );
  if (
    follows((members) => chances(scoreSums(members).map((one) => one / members.length)))
  )
    return say(
      "Scores are averaged, and then softmax is taken. A member that is sure counts for more than its share then. Softmax first, for each member.",
      "先平均得分再做 softmax。这样，很有把握的成员分量就超过了它那一份。先对每个成员做 softmax。",
    );
  const firsts = (members: number[][]) => {
    const votes = members.map((one) => one.indexOf(Math.max(...one)));
    return (members[0] ?? []).map(
      (_, i) => votes.filter((vote) => vote === i).length / members.length,
    );
  };
  if (follows(firsts))
    return say(
      "Each member has only one vote, for its first choice. A letter that is everyone's second choice gets the chance 0, and −log of 0 is infinite.",
      "每个成员只给自己的首选投了一票。人人都放在第二位的字母概率成了 0，而 −log 0 是无穷大。",
    );
  if (follows((members) => surest(members.map(chances))))
    return say(
      "The surest member speaks for all. It is sure, and it is not always right.",
      "让最有把握的成员代表了所有人。它有把握，却不总是对的。",
    );
  return say("Not yet.", "还不对。");
}

const surest = (all: number[][]) => {
  const tops = all.map((one) => Math.max(...one));
  return all[tops.indexOf(Math.max(...tops))] ?? [];
};
