import { attention, Random, randn, Tensor } from "@humpty/model";

type MultiHead = (q: Tensor, k: Tensor, v: Tensor, heads: number) => Tensor;
type Three = [Tensor, Tensor, Tensor];
/** Queries, keys and values for three words of 8 numbers, in so many sentences. */
const made = (seed: number, sentences: number): Three => {
  const random = new Random(seed);
  const one = () => randn([sentences, 3, 8], random);
  return [one(), one(), one()];
};
const [alone, both] = [made(3, 1), made(5, 2)];

const packages: MultiHead = (q, k, v, heads) =>
  attention(q, k, v, { heads, causal: true });

/** The right way, with one thing done otherwise. */
const other =
  (change: {
    cut?: (x: Tensor, heads: number) => Tensor;
    join?: (x: Tensor) => Tensor;
    causal?: boolean;
    scale?: number;
  }): MultiHead =>
  (q, k, v, heads) => {
    const size = 8 / heads;
    const three = [q, k, v].map(
      change.cut
        ? (x) => change.cut?.(x, heads) ?? x
        : (x) => x.reshape([-1, 3, heads, size]).transpose(1, 2),
    );
    const flat = three.map((x) => x.reshape([-1, 3, size])) as Three;
    const { causal = true, scale } = change;
    const heard = attention(...flat, { heads: 1, causal, ...(scale && { scale }) });
    const apart = heard.reshape([-1, heads, 3, size]); // [batch, heads, time, size]
    return (change.join ?? ((x: Tensor) => x.transpose(1, 2)))(apart).reshape(q.shape);
  };

interface Tried {
  shape: string;
  numbers: number[];
  slopes: (number[] | undefined)[];
  said?: string;
}
/** The output, and how a sum in which each of its numbers counts differently changes with each input. */
function tried(multiHead: MultiHead, given: Three, heads = 2): Tried {
  const three = given.map((one) => one.detach().requireGrad()) as Three;
  let output: unknown;
  try {
    output = multiHead(...three, heads);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { shape: "", numbers: [], slopes: [], said };
  }
  if (!(output instanceof Tensor)) return { shape: "", numbers: [], slopes: [] };
  const counts = randn(output.shape, new Random(4));
  if (output.requiresGrad) output.mul(counts).sum().backward();
  const slopes = three.map(({ grad }) => grad?.toList());
  return { shape: output.shape.join(" × "), numbers: output.toList(), slopes };
}
const same = (a: number[] = [], b: number[] = []) =>
  a.length === b.length && a.every((one, i) => Math.abs(one - (b[i] ?? 0)) < 1e-4);
const short = (one = Number.NaN) => String(Number(one.toFixed(3))).replace("-", "−");
const wanted = tried(packages, alone);

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.multiHead !== "function")
    return {
      en: "There is no function named multiHead any more: the check calls it, so it must be exported.",
      zh: "找不到名为 multiHead 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got = tried(answer.multiHead, alone);
  if (got.shape === "1 × 3 × 4")
    return {
      en: "For words of 8 numbers and two heads, 4 numbers come back: the heads were added up. They stand side by side, so that their lengths add up to 8.",
      zh: "每个词 8 个数、两个头，返回的却只有 4 个数：各个头被加在一起了。它们应当并排放，长度加起来还是 8。",
    };
  if (got.shape !== "1 × 3 × 8") {
    const [en, zh] = got.said
      ? [` The error was: ${got.said}`, `报错是：${got.said}`]
      : [
          ` We got ${got.shape || "no tensor"}.`,
          `现在得到 ${got.shape || "的不是张量"}。`,
        ];
    return {
      en: `For one sentence of three words with 8 numbers, multiHead should give back a tensor of 1 × 3 × 8.${en}`,
      zh: `一个句子、三个词、每个词 8 个数，multiHead 应当返回 1 × 3 × 8 的张量。${zh}`,
    };
  }
  return (
    wrong(got.numbers) ??
    several(answer.multiHead) ??
    four(answer.multiHead) ??
    slopes(got.slopes)
  );
}

/** What is wrong with the numbers for one sentence and two heads. */
function wrong(got: number[]) {
  if (same(got, wanted.numbers)) return undefined;
  const at = got.findIndex(
    (one, i) => Math.abs(one - (wanted.numbers[i] ?? 0)) >= 1e-4,
  );
  const [word, number] = [Math.floor(at / 8) + 1, (at % 8) + 1];
  const [should, is] = [wanted.numbers[at], got[at]].map(short);
  const say = (en: string, zh: string) => ({
    en: `${en} Counted from 0, number ${number} of word ${word} should be ${should} and is ${is}.`,
    zh: `${zh}第 ${word} 个词的第 ${number} 个数应为 ${should}，实为 ${is}。`,
  });
  const by = (multiHead: MultiHead) => same(got, tried(multiHead, alone).numbers);
  const mixed = (x: Tensor, heads: number) => x.reshape([-1, heads, 3, 8 / heads]);
  if (by(other({ cut: mixed, join: (x) => x })))
    return say(
      "A head gets numbers of several words in one row: the memory was cut as it lies, 12 numbers for each head. First cut each word, [batch, time, heads, size]; then let time and heads change places.",
      "一个头的一行里混进了好几个词的数：内存是按原样切开的，每个头拿了 12 个数。先切每个词，[batch, time, heads, size]；再让 time 和 heads 交换位置。",
    );
  if (by(other({ join: (x) => x })))
    return say(
      "Each head hears rightly, but on the way back its words were not put side by side: let heads and time change places again before the last reshape.",
      "每个头都听对了，但放回去的时候没有按词并排：最后 reshape 之前，要让 heads 和 time 再换回来。",
    );
  if (by((q, k, v) => packages(q, k, v, 1)))
    return say(
      "This is attention with one head, over all channels: nothing was cut.",
      "这是只有一个头的注意力，用了全部通道：什么也没有切。",
    );
  const dealt = (x: Tensor, heads: number) =>
    x
      .reshape([-1, 3, 8 / heads, heads])
      .transpose(2, 3)
      .transpose(1, 2);
  if (by(other({ cut: dealt })))
    return say(
      "The numbers were dealt out like cards, every second one to each head. The first head gets the first half of them, the second head the other half.",
      "数字像发牌一样隔一个分一个。应当是第一个头拿前一半，第二个头拿后一半。",
    );
  const firstHalf = got.every((one, i) => i % 8 < 4 || same([one], [got[i - 4] ?? 0]));
  if (firstHalf)
    return say(
      "Both heads give the same numbers: each has cut out the first half. Head h begins at h · size.",
      "两个头给出了同样的数：它们切的都是前一半。第 h 个头应当从 h · size 开始。",
    );
  if (by(other({ scale: 1 / Math.sqrt(8) })))
    return say(
      "The scores are divided by the root of all channels. A head's keys have only its share of them: size.",
      "分数除以了全部通道数的平方根。一个头的键只有其中一份：size。",
    );
  if (by(other({ scale: 1 })))
    return say(
      "Cut rightly, but the scores are not divided by the root of a head's size.",
      "切对了，但分数没有除以一个头的大小的平方根。",
    );
  if (by(other({ causal: false })))
    return say(
      "Cut rightly, but words hear those that come after them: the causal mask is gone.",
      "切对了，但词能听到后面的词：因果掩码没有了。",
    );
  return say(
    "These are not two heads side by side, each with half of the channels.",
    "这不是并排的两个头、各用一半通道的结果。",
  );
}

/** Whether it can do with several sentences at once, as training gives them. */
function several(multiHead: MultiHead) {
  const { numbers, said } = tried(multiHead, both);
  if (same(numbers, tried(packages, both).numbers)) return undefined;
  return {
    en: `One sentence is right. Two at once, with the shape [2, 3, 8], are not: the batch must stay the first size.${said ? ` The error was: ${said}` : ""}`,
    zh: `一个句子没问题。两个句子一起、形状为 [2, 3, 8] 时就不对了：batch 必须保留为第一维。${said ? `报错是：${said}` : ""}`,
  };
}

/** Whether it can do with another number of heads. */
function four(multiHead: MultiHead) {
  const { numbers, said } = tried(multiHead, both, 4);
  if (same(numbers, tried(packages, both, 4).numbers)) return undefined;
  return {
    en: `Two heads are right, four are not: is the number of heads used everywhere, or is there a 2 left?${said ? ` The error was: ${said}` : ""}`,
    zh: `两个头没问题，四个头就不对了：处处都用了 heads 吗，还是留下了一个 2？${said ? `报错是：${said}` : ""}`,
  };
}

/** Whether training could use it: its slopes against the package's. */
function slopes(got: (number[] | undefined)[]) {
  const names = ["q", "k", "v"].filter((_, i) => !same(got[i], wanted.slopes[i]));
  if (names.length === 0) return undefined;
  if (names.join() === "v")
    return {
      en: "The numbers are right, but no slope comes back to the values: they were detached, so nobody would learn what to say.",
      zh: "数值对了，但梯度回不到值：值被 detach 切断了，谁也学不会该说什么。",
    };
  return {
    en: `The numbers are right, but the slopes of ${names.join(" and ")} are not the package's: they were cut off on the way, so heads would not learn whom to hear.`,
    zh: `数值对了，但 ${names.join("、")} 的梯度和软件包的不同：半路被切断了，各个头学不会该听谁。`,
  };
}
