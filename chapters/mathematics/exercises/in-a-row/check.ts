type Box = import("./starter.ts").Box;

// Three boxes of our own: 2x + 1, then x², then x / 4.
const boxes: Box[] = [
  { f: (x) => 2 * x + 1, slope: () => 2 },
  { f: (x) => x * x, slope: (x) => 2 * x },
  { f: (x) => x / 4, slope: () => 0.25 },
];
const x = 4; // 9, 81, 20.25; the slopes are 2, 18 and 0.25
const wanted = 9;
const close = (a: number, b: number) => Math.abs(a - b) < 1e-6;
const short = (one: number) => String(Number(one.toFixed(3))).replace("-", "−");

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.slopeThrough !== "function")
    return {
      en: "There is no function named slopeThrough any more: the check calls it, so it must be exported.",
      zh: "找不到名为 slopeThrough 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got: unknown = answer.slopeThrough([...boxes], x);
  if (typeof got !== "number")
    return {
      en: "slopeThrough should give back one number.",
      zh: "slopeThrough 应当返回一个数。",
    };
  const say = (en: string, zh: string) => ({
    en: `${en} Through 2x + 1, then x², then x / 4, the slope at 4 should be 9, and is ${short(got)}.`,
    zh: `${zh}依次经过 2x + 1、x²、x / 4，在 4 处的斜率应为 9，实为 ${short(got)}。`,
  });
  if (close(got, wanted)) {
    const none: unknown = answer.slopeThrough([], x);
    if (none === 1) return undefined;
    return {
      en: `With no box at all, a nudge comes out as it went in: the slope should be 1, and is ${String(none)}.`,
      zh: `一个框也没有时，变化进去多少就出来多少：斜率应为 1，实为 ${String(none)}。`,
    };
  }
  if (close(got, 2 + 8 + 0.25))
    return say(
      "The slopes are added, and all are taken at x. A nudge that is doubled and then tripled is six times as large, not five: multiply.",
      "斜率是加起来的，而且都取在 x 处。一个小变化先变成两倍、再变成三倍，是六倍，不是五倍：应当相乘。",
    );
  if (close(got, 2 + 18 + 0.25))
    return say(
      "Each slope is taken at the right number, but they are added. A nudge that is doubled and then tripled is six times as large, not five.",
      "每个斜率都取对了地方，但你把它们加了起来。一个小变化先变成两倍、再变成三倍，是六倍，不是五倍。",
    );
  if (close(got, 2 * 8 * 0.25))
    return say(
      "The slopes are multiplied, but all are taken at x. The second box gets what the first one made: its slope is asked there.",
      "斜率相乘了，但都取在 x 处。第二个框得到的是第一个框的结果：要在那里问它的斜率。",
    );
  if (close(got, 0))
    return say(
      "The product starts from 0, and 0 times anything is 0. Start from 1.",
      "乘积从 0 开始，0 乘什么都是 0。要从 1 开始。",
    );
  if (close(got, 2 * 162 * 0.25))
    return say(
      "Each slope is taken where the number comes out of its box. It should be taken where it goes in.",
      "每个斜率都取在数从框里出来的地方。应当取在它进去的地方。",
    );
  if (close(got, 0.25))
    return say(
      "Only the slope of the last box is left. All of them change the nudge: multiply.",
      "只剩下最后一个框的斜率了。每个框都会放大或缩小这个变化：要相乘。",
    );
  if (close(got, 0.25 * 2 * 2))
    return say(
      "The boxes are passed from the last to the first. Slopes may be multiplied in any order, but the number must go the right way.",
      "框是从最后一个往第一个走的。斜率按什么次序乘都行，但数要走对方向。",
    );
  return say("This is not the product of the slopes.", "这不是斜率的乘积。");
}
