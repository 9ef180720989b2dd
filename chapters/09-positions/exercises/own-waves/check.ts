import { cos, exp, log, sinusoidal as ofPackage, sin } from "@humpty/model";

const [length, channels] = [7, 6];
const show = (one = Number.NaN) => String(Number(one.toFixed(3))).replace("-", "−");
const near = (a: number, b = Number.NaN) => Math.abs(a - b) < 1e-5;
const same = (a: number[], b: number[]) =>
  a.length === b.length && a.every((one, i) => near(one, b[i]));

/** All numbers of a table, one position after the other, each by a rule. */
const table = (rule: (p: number, i: number) => number) =>
  Array.from({ length: length * channels }, (_, at) =>
    rule(Math.floor(at / channels), at % channels),
  );
/** The rule of the chapter, or one with another pair, or another speed. */
const waves =
  (
    pair = (i: number) => Math.floor(i / 2),
    speed = (j: number) => (-2 * j) / channels,
  ) =>
  (p: number, i: number) => {
    const angle = p * exp(speed(pair(i)) * log(10000));
    return i % 2 === 0 ? sin(angle) : cos(angle);
  };
const right = waves();
type Reason = [rule: (p: number, i: number) => number, en: string, zh: string];
const reasons: Reason[] = [
  [
    (p, i) => right(p, i - (i % 2)),
    "Sines alone. The second number of each pair is the cosine: without it, one cannot tell a hand that points up to the right from one that points down to the right.",
    "只有正弦。每一对的第二个数应是余弦：没有它，就分不清指针指向右上还是右下。",
  ],
  [
    (p, i) => right(p, i % 2 === 0 ? i + 1 : i - 1),
    "Sine and cosine have changed places: in each pair, the sine comes first.",
    "正弦和余弦的次序反了：每一对里正弦在前。",
  ],
  [
    (p, i) => right(p, i < channels / 2 ? 2 * i : 2 * i - channels + 1),
    "All sines come first, then all cosines. That would do as well, but here each sine is followed by its own cosine.",
    "你把所有正弦放在前面，余弦放在后面。那样也行，但这里每个正弦后面紧跟着它的余弦。",
  ],
  [
    (p, i) => right(p + 1, i),
    "Positions are counted from 1. Here the first one is 0, where no hand has moved yet.",
    "位置是从 1 数起的。这里第一个位置是 0，那时指针都还没有动。",
  ],
  [
    waves((i) => i),
    "Every number has a hand of its own. A hand needs two numbers: numbers 0 and 1 are hand 0, numbers 2 and 3 are hand 1.",
    "每个数都用了一根自己的指针。一根指针要用两个数：第 0、1 个数是指针 0，第 2、3 个数是指针 1。",
  ],
  [
    waves((i) => i / 2),
    "The sines are right, but each cosine belongs to a hand half way to the next: half of 3 is 1.5, and there is no such hand. Round down.",
    "正弦对了，但每个余弦都用了两根指针之间的一根：3 的一半是 1.5，没有这样的指针。要向下取整。",
  ],
  [
    waves(undefined, (j) => (2 * j) / channels),
    "Each further hand is faster than the one before. It should be slower: the power needs a minus sign.",
    "后面的指针一根比一根快。应当一根比一根慢：指数前要有负号。",
  ],
  [
    waves(undefined, (j) => -j / channels),
    "The hands slow down, but only half as much as they should: for 6 numbers there are 3 hands, and the power is −2j/6.",
    "指针确实变慢了，但只慢了该慢的一半：6 个数有 3 根指针，指数是 −2j/6。",
  ],
  [
    waves(undefined, (j) => (-2 * j) / length),
    "The speed of a hand depends on how many positions are asked for. Then the same position would get another vector in a longer text: divide by the channels.",
    "指针的快慢取决于要多少个位置。这样同一个位置在更长的文本里就得到不同的向量：应当除以 channels。",
  ],
];

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.sinusoidal !== "function")
    return {
      en: "There is no function named sinusoidal any more: the check calls it, so it must be exported.",
      zh: "找不到名为 sinusoidal 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const rows: unknown = answer.sinusoidal(length, channels);
  const got = Array.isArray(rows) ? rows.flat().map(Number) : [];
  const wanted = ofPackage(length, channels).toList();
  if (got.length !== wanted.length)
    return {
      en: `For ${length} positions with ${channels} numbers each there should come ${length} lists of ${channels}, ${wanted.length} numbers in all. There came ${got.length}.`,
      zh: `${length} 个位置、每个 ${channels} 个数，应得 ${length} 个各含 ${channels} 个数的列表，共 ${wanted.length} 个数，实得 ${got.length} 个。`,
    };
  if (same(got, wanted)) return undefined;
  const at = got.findIndex((one, i) => !near(one, wanted[i]));
  const [p, i] = [Math.floor(at / channels), at % channels];
  const [, en, zh] = reasons.find(([rule]) => same(got, table(rule))) ?? [
    undefined,
    "These are not the numbers of the formula.",
    "这不是公式给出的数。",
  ];
  return {
    en: `${en} Counted from 0, number ${i} of position ${p} should be ${show(wanted[at])}; it is ${show(got[at])}.`,
    zh: `${zh}从 0 数起，位置 ${p} 的第 ${i} 个数应为 ${show(wanted[at])}，实为 ${show(got[at])}。`,
  };
}
