const cases = [
  { wrongs: [5, 4, 3, 2], patience: 2, best: 3 },
  { wrongs: [5, 4, 4.5, 3, 3.5, 3.2, 2], patience: 2, best: 3 },
  { wrongs: [5, 3, 4, 3.5, 2, 4, 4, 4, 1], patience: 3, best: 4 },
  { wrongs: [5, 4, 4, 4, 4, 3], patience: 3, best: 1 },
  { wrongs: [5, 4, 4.5, 3, 4, 3.8, 3.5, 1], patience: 3, best: 3 },
  { wrongs: [2, 3, 4, 1], patience: 2, best: 0 },
  { wrongs: [5, 3, 4, 4, 4, 4, 1], patience: 2, best: 1 },
  { wrongs: [5, 4, 6, 3, 6, 2, 6, 1], patience: 2, best: 7 },
];
type Rule = (wrongs: number[], patience: number) => number;

/** What an answer would say that decides at each look whether it is better. */
const rule =
  ({
    better = (wrong: number, best: number, _before: number) => wrong < best,
    stop = (waited: number, patience: number) => waited === patience,
    forgives = true,
    gives = "best" as "best" | "last",
  }): Rule =>
  (wrongs, patience) => {
    let [best, waited] = [0, 0];
    for (const [i, wrong] of wrongs.entries()) {
      if (i === 0) continue;
      if (better(wrong, wrongs[best] ?? 0, wrongs[i - 1] ?? 0)) {
        best = i;
        if (forgives) waited = 0;
      } else waited++;
      if (stop(waited, patience)) return gives === "last" ? i : best;
    }
    return best;
  };

export default function check(answer: typeof import("./starter.ts")) {
  const { stopAt } = answer;
  if (typeof stopAt !== "function")
    return {
      en: "There is no function named stopAt any more: the check calls it, so it must be exported.",
      zh: "找不到名为 stopAt 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const answers = cases.map(
    ({ wrongs, patience }) => stopAt(wrongs, patience) as unknown,
  );
  const bad = cases.findIndex(({ best }, i) => answers[i] !== best);
  const { wrongs = [], patience = 0, best = 0 } = cases[bad] ?? {};
  if (bad < 0) return undefined;
  const follows = (one: Rule) =>
    cases.every(({ wrongs, patience }, i) => answers[i] === one(wrongs, patience));
  const say = (en: string, zh: string) => ({
    en: `${en} From [${wrongs.join(", ")}] with a patience of ${patience}, ${best} is expected; it is ${answers[bad]}. Looks are counted from 0.`,
    zh: `${zh}[${wrongs.join(", ")}]、耐心为 ${patience} 时，应得 ${best}，现在是 ${answers[bad]}。从 0 数起。`,
  });
  if (follows(rule({ stop: (waited) => waited === 1 })))
    return say(
      "The first look that is not better ends it all. Wait for `patience` of them in a row.",
      "第一次没有变好就结束了。要连续等 `patience` 次。",
    );
  if (follows(rule({ gives: "last" })))
    return say(
      "It stops at the right time, but gives the look at which it stopped. The weights to keep are those of the best look.",
      "停的时机对了，但返回的是停下来的那一次。该留下的是最好那一次的权重。",
    );
  if (follows(rule({ forgives: false })))
    return say(
      "Looks that were not better are counted all together. A better one should give it new patience.",
      "没变好的次数是累计的。只要有一次变好，耐心就该重新算。",
    );
  if (follows((wrongs) => wrongs.indexOf(Math.min(...wrongs))))
    return say(
      "That is the best of all looks, also of those after it should have stopped. Nobody who trains knows the future.",
      "这是所有次里最好的，连该停之后的也算上了。训练的人看不到将来。",
    );
  if (follows(rule({ better: (wrong, _, before) => wrong < before })))
    return say(
      "Each look is compared with the one before it. Compare with the best so far.",
      "每次都只和前一次比。应当和到目前为止最好的比。",
    );
  if (follows(rule({ better: (wrong, best) => wrong <= best })))
    return say("Equally wrong is not better.", "一样错不算变好。");
  if (follows(rule({ stop: (waited, patience) => waited > patience })))
    return say("It waits for one look too many.", "多等了一次。");
  if (follows(rule({ stop: (waited, patience) => waited >= patience - 1 })))
    return say("It waits for one look too few.", "少等了一次。");
  if (follows(rule({ better: (wrong, best) => wrong > best })))
    return say(
      "Larger is worse here: the numbers say how wrong it is.",
      "在这里越大越差：这些数说的是错得多厉害。",
    );
  return say("Not yet.", "还不对。");
}
