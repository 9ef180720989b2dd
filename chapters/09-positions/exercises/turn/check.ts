import { cos, sin } from "@humpty/model";

type Pair = readonly [number, number];
const pairs: Pair[] = [
  [2, 1],
  [1, 2],
  [-1.5, 0.5],
];
const places = [0, 1, 2, 7];
const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;
const show = (one: number) => String(Number(one.toFixed(3))).replace("-", "−");
const list = ([a, b]: Pair) => `(${show(a)}, ${show(b)})`;
const size = ([a, b]: Pair) => Math.sqrt(a * a + b * b);

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.turn !== "function")
    return {
      en: "There is no function named turn any more: the check calls it, so it must be exported.",
      zh: "找不到名为 turn 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const turn = (pair: Pair, p: number): Pair => {
    const got: unknown = answer.turn([...pair], p);
    const [a, b] = Array.isArray(got) ? got.map(Number) : [];
    return [a ?? Number.NaN, b ?? Number.NaN];
  };
  const score = (m: number, n: number) => {
    const [[a, b], [c, d]] = [turn([2, 1], m), turn([1, 2], n)];
    return a * c + b * d;
  };
  const is = (other: (pair: Pair, c: number, s: number) => Pair) =>
    pairs.every((pair) =>
      places.every((p) => {
        const [got, wanted] = [turn(pair, p), other(pair, cos(p), sin(p))];
        return near(got[0], wanted[0]) && near(got[1], wanted[1]);
      }),
    );
  // Either way round will do: then only the distance counts.
  if (is(([a, b], c, s) => [a * c - b * s, b * c + a * s])) return undefined;
  if (is(([a, b], c, s) => [a * c + b * s, b * c - a * s])) return undefined;

  const [one, other] = [score(2, 0), score(9, 7)];
  const scores = {
    en: ` With query (2, 1) and key (1, 2), positions 2 and 0 give ${show(one)}, positions 9 and 7 give ${show(other)}: the distance is 2 both times.`,
    zh: `查询 (2, 1) 和键 (1, 2) 在位置 2 和 0 得 ${show(one)}，在位置 9 和 7 得 ${show(other)}：两次距离都是 2。`,
  };
  const turned = turn([2, 1], 1);
  const length = {
    en: ` Turned by 1, the pair (2, 1) should keep its length of ${show(size([2, 1]))}; it became ${list(turned)}, of length ${show(size(turned))}.`,
    zh: `数对 (2, 1) 转过 1 之后长度应仍为 ${show(size([2, 1]))}，现在变成 ${list(turned)}，长度为 ${show(size(turned))}。`,
  };
  const say = (en: string, zh: string, tail: { en: string; zh: string }) => ({
    en: en + tail.en,
    zh: zh + tail.zh,
  });
  if (turned.some(Number.isNaN))
    return {
      en: "turn should give back a pair: a list of two numbers.",
      zh: "turn 应当返回一个数对：两个数的列表。",
    };
  if (is(([a, b], c, s) => [a + s, b + c]))
    return say(
      "The hand of the position is added, as with the waves. Turn the pair instead, as a hand is turned.",
      "这里把位置的指针加了上去，就像波那样。应当像转指针那样去转动数对。",
      scores,
    );
  if (is(([a, b], c, s) => [a * c + b * s, b * c + a * s]))
    return say(
      "Nearly: but with plus signs in both numbers, the pair is stretched, not turned. One of them needs a minus.",
      "差一点：两个数都用加号，数对就被拉长了，而不是转动。其中一个要用减号。",
      length,
    );
  if (is(([a, b], c, s) => [a * c, b * s]))
    return say(
      "Each number is made smaller on its own. In a turn, both new numbers come from both old ones.",
      "每个数各自变小了。转动时，两个新数都由两个旧数共同得出。",
      length,
    );
  if (is(([a, b], c, s) => [a * c - b * s, b]))
    return say(
      "The first number is right, but the second has stayed where it was: a turn moves both.",
      "第一个数对了，但第二个数原地没动：转动时两个数都要变。",
      length,
    );
  if (is(([a, b], c, s) => [a * c - b * s, b * c + (a * c - b * s) * s]))
    return say(
      "The second number is made from the new first number. It needs the old one.",
      "第二个数用了新的第一个数。它要用旧的那个。",
      length,
    );
  if (is(([a, b], c, s) => [a * c - a * s, b * c + b * s]))
    return say(
      "Each number meets only itself. The first should take some of the second, and the second some of the first.",
      "每个数只和自己作用。第一个数要用到第二个数的一部分，第二个数也要用到第一个数的一部分。",
      length,
    );
  if (near(score(2, 0), score(3, 0)) && near(score(2, 0), score(0, 0)))
    return pairs.every((pair) => near(turn(pair, 1)[0], pair[0]))
      ? say(
          "The pair comes back as it was: no position has any effect.",
          "数对原样返回：位置不起任何作用。",
          scores,
        )
      : say(
          "All pairs are turned by the same angle, wherever they stand, so the score does not depend on the distance either. The angle should be the position.",
          "所有数对不管在哪里都转了同样的角度，分数与距离也就无关了。角度应当等于位置。",
          scores,
        );
  return say("This is not a turn.", "这不是转动。", length);
}
