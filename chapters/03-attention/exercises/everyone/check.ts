import { tensor } from "@humpty/model";

type Pair = [number, number];
type Matrix = [Pair, Pair];
type Weigh = (i: number) => number[];

// A sentence of three words, not the chapter's, so that no answer can be right by copying.
const x: Pair[] = [
  [1, 0],
  [0, 2],
  [2, 1],
];
const Wq: Matrix = [
  [1, 0],
  [0, -1],
];
const Wk: Matrix = [
  [0, 1],
  [1, 1],
];
const Wv: Matrix = [
  [3, 0],
  [1, 2],
];

const dot = (a: Pair, b: Pair) => a[0] * b[0] + a[1] * b[1];
const times = (W: Matrix, v: Pair): Pair => [dot(W[0], v), dot(W[1], v)];
const softmax = (scores: number[]) => tensor(scores).softmax().toList();
const queries = x.map((word) => times(Wq, word));
const keys = x.map((word) => times(Wk, word));
const values = x.map((word) => times(Wv, word));
const last = queries[2] ?? [0, 0];

/** The outputs under weights of the given kind: right ones and those of each likely mistake. */
function outputs(weigh: Weigh, heard = values): Pair[] {
  return x.map((_, i): Pair => {
    const weights = weigh(i);
    const sum = (part: 0 | 1) =>
      heard.reduce((s, one, j) => s + (weights[j] ?? 0) * one[part], 0);
    return [sum(0), sum(1)];
  });
}
const asks = (query: Pair) => keys.map((key) => dot(key, query));
const own: Weigh = (i) => softmax(asks(queries[i] ?? last));
const wanted = outputs(own);

const round = (n: number) => Number(n.toFixed(3));
const list = (pair: readonly number[] | undefined) =>
  `(${pair?.map(round).join(", ")})`;
const same = (a: Pair[], b: Pair[]) =>
  a.every((pair, i) => pair.every((n, j) => Math.abs(n - (b[i]?.[j] ?? 0)) < 1e-4));

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.attend !== "function")
    return {
      en: "There is no function named attend any more: the check calls it, so it must be exported.",
      zh: "找不到名为 attend 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got = answer.attend(structuredClone(x), Wq, Wk, Wv);
  if (!Array.isArray(got) || got.length !== 3)
    return {
      en: `Three words ask, so three outputs should come back; we got ${got?.length ?? "none"}.`,
      zh: `有三个词在提问，应当得到三个输出；现在得到 ${got?.length ?? 0} 个。`,
    };
  if (got.some((one) => !Array.isArray(one) || one.length !== 2))
    return {
      en: "Each output should be a pair of numbers, as long as a value.",
      zh: "每个输出应当是一对数，和值向量一样长。",
    };
  if (same(got, wanted)) return undefined;
  const at = wanted.findIndex((pair, i) => list(pair) !== list(got[i]));
  const say = (en: string, zh: string) => ({
    en: `${en} Output ${at + 1} should be ${list(wanted[at])} and is ${list(got[at])}.`,
    zh: `${zh}第 ${at + 1} 个输出应为 ${list(wanted[at])}，实为 ${list(got[at])}。`,
  });
  if (
    same(
      got,
      outputs(() => softmax(asks(last))),
    )
  )
    return say(
      "All outputs are the same: every word asks with the last word's query. Each has its own.",
      "所有输出都一样：每个词都在用最后一个词的查询提问。每个词应当用自己的查询。",
    );
  if (
    same(
      got,
      outputs((i) => softmax(queries.map((query) => dot(keys[i] ?? last, query)))),
    )
  )
    return say(
      "Keys and queries have changed places: word i should ask with its query, and all keys answer.",
      "键和查询的角色反了：应当由第 i 个词用查询提问，所有的键来回答。",
    );
  if (same(got, outputs(own, x)))
    return say(
      "The weights are right, but they mix the words' vectors. What is added up are the values.",
      "权重对了，但混合的是词向量本身。应当相加的是值。",
    );
  if (
    same(
      got,
      outputs((i) => asks(queries[i] ?? last)),
    )
  )
    return say(
      "The raw scores were used as weights. Softmax makes them add up to 1.",
      "你把原始分数直接当作权重了。要先经过 softmax，使它们相加为 1。",
    );
  const final = outputs((i) => own(i).map((weight, j) => (j === 2 ? weight : 0)));
  if (same(got, final))
    return say(
      "Only the last word's value is in each output. Add to the output (+=); do not replace it.",
      "每个输出里只有最后一个词的值。要累加（+=），不要覆盖。",
    );
  const piled = wanted.map((_, i): Pair => {
    const sum = (part: 0 | 1) =>
      wanted.slice(0, i + 1).reduce((s, one) => s + one[part], 0);
    return [sum(0), sum(1)];
  });
  if (same(got, piled))
    return say(
      "Each output also holds the ones before it: start every word's sum again from (0, 0).",
      "每个输出里还留着前面词的输出：每个词的和都要从 (0, 0) 重新开始。",
    );
  return say("These are not the weighted sums of the values.", "这些不是值的加权和。");
}
