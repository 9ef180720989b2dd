import { PositionEmbedding, Random, randn, Tensor } from "@humpty/model";

type Add = (x: Tensor, table: Tensor) => Tensor;
const random = new Random(7);
const layer = new PositionEmbedding(5, 3, { random });
const full = randn([5, 3], random);
const short = randn([3, 3], random);
const batch = randn([2, 3, 3], random);
const single = randn([1, 3], random);
const weights = randn([7, 3], random);

/** What comes out, and how a sum in which each number counts differently changes with words and table. */
function tried(add: Add, given: Tensor) {
  const x = given.detach().requireGrad();
  const table = layer.weight.detach().requireGrad();
  let sums: unknown;
  try {
    sums = add(x, table);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
  if (!(sums instanceof Tensor) || sums.shape.join() !== given.shape.join()) return {};
  const count = weights.slice(0, 0, given.shape.at(-2));
  const total = sums.mul(count).sum();
  if (total.requiresGrad) total.backward();
  return {
    sums: sums.toList(),
    ofWords: x.grad?.toList(),
    ofTable: table.grad?.toList(),
  };
}
const same = (a: number[] = [], b: number[] = []) =>
  a.length === b.length && a.every((one, i) => Math.abs(one - (b[i] ?? 0)) < 1e-4);
const show = (one = 0) => String(Number(one.toFixed(3))).replace("-", "−");

export default function check(answer: typeof import("./starter.ts")) {
  const { addPositions: add } = answer;
  if (typeof add !== "function")
    return {
      en: "There is no function named addPositions any more: the check calls it, so it must be exported.",
      zh: "找不到名为 addPositions 的函数：检查要调用它，所以它必须导出（export）。",
    };
  return wrong(add) ?? unbounded(add) ?? unlearnable(add);
}

/** Whether the sums are right: a text as long as the table, shorter ones, several. */
function wrong(add: Add) {
  for (const x of [full, short, single, batch]) {
    const [time = 0] = x.shape.slice(-2);
    const texts = x.shape.length > 2 ? 2 : 1;
    const { error, sums } = tried(add, x);
    const wanted = tried((x, table) => x.add(table.slice(0, 0, time)), x).sums;
    if (same(sums, wanted)) continue;
    const [en, zh] =
      texts > 1
        ? [
            `For ${texts} texts of ${time} words`,
            `给 ${texts} 段、每段 ${time} 个词的文本`,
          ]
        : [`For a text of ${time} words`, `给一段 ${time} 个词的文本`];
    if (error !== undefined && x === full)
      return {
        en: `A text of ${time} words and a table of 5 positions fit: each has its vector. But there is an error: ${error}`,
        zh: `${time} 个词配 5 个位置的表正好够：每个词都有位置向量。但出现了错误：${error}`,
      };
    if (error !== undefined)
      return {
        en: `${en} and a table of 5 positions, there is an error: ${error}. Only as many rows of the table are needed as there are words, and all texts use the same ones.`,
        zh: `${zh}和一张 5 个位置的表，出现了错误：${error}。只需要表的前几行，有几个词就取几行，各段文本共用。`,
      };
    if (!sums)
      return {
        en: `${en}, addPositions should give back a tensor of the shape of x, [${x.shape.join(", ")}].`,
        zh: `${zh}，addPositions 应当返回与 x 同样形状 [${x.shape.join(", ")}] 的张量。`,
      };
    const tail = {
      en: ` ${en}, the first number of its last vector should be ${show(wanted?.at(-3))}; it is ${show(sums.at(-3))}.`,
      zh: `${zh}，最后一个向量的第一个数应为 ${show(wanted?.at(-3))}，实为 ${show(sums.at(-3))}。`,
    };
    const [say, sayZh] = reason(x, sums);
    return { en: say + tail.en, zh: sayZh + tail.zh };
  }
  return undefined;
}

/** What somebody may have done instead. */
function reason(x: Tensor, sums: number[]): [string, string] {
  const [time = 0] = x.shape.slice(-2);
  const is = (other: Add) => same(tried(other, x).sums, sums);
  if (is((x, table) => x.add(table.slice(0, 5 - time))))
    return [
      "The last rows of the table were taken. The first word of a text stands at the first position, so the first rows are needed.",
      "取的是表的最后几行。文本的第一个词在第一个位置上，所以要取最前面的几行。",
    ];
  if (is((x, table) => x.add(table.row(0))))
    return [
      "All words get the same vector, that of the first position. Adding the same to all tells nothing about order.",
      "所有词都加上了同一个向量，也就是第一个位置的向量。大家都加同样的数，就看不出顺序。",
    ];
  if (is((x, table) => x.add(table.gather(places(time, (i) => time - 1 - i)))))
    return [
      "Positions are counted from the end: the last word gets the first row. Then the same beginning would look different in a longer text.",
      "位置是从末尾数的：最后一个词得到了第一行。这样同一个开头放进更长的文本里就变样了。",
    ];
  if (is((x, table) => x.mul(table.slice(0, 0, time))))
    return [
      "Words and positions are multiplied. They should be added, number by number.",
      "词和位置被乘起来了。应当逐个数相加。",
    ];
  if (time < 5 && is((x, table) => x.add(table.slice(0, 1, time + 1))))
    return [
      "The table is read from its second row on. Rows are counted from 0: that of the first word is row 0.",
      "表是从第二行读起的。行号从 0 开始：第一个词对应第 0 行。",
    ];
  if (same(sums, x.toList()))
    return ["The words came back unchanged.", "词的向量原样返回了。"];
  return ["These are not the sums of words and positions.", "这不是词与位置的和。"];
}
const places = (time: number, of: (i: number) => number) =>
  Array.from({ length: time }, (_, i) => of(i));

/** Whether a text that is too long gets an error that helps. */
function unbounded(add: Add) {
  const { error, sums } = tried(add, randn([7, 3], new Random(1)));
  if (error === undefined)
    return {
      en: `Texts that fit are right. But a text of 7 words and a table of 5 positions gave ${sums ? "sums" : "a result"} all the same: words 6 and 7 have no vector of their own. Throw an error that says so.`,
      zh: `放得下的文本都对了。但 7 个词配 5 个位置的表也照样给出了${sums ? "和" : "结果"}：第 6、7 个词没有自己的位置向量。应当抛出（throw）一个说明情况的错误。`,
    };
  if (/^(slice|add|gather|embedding):/.test(error))
    return {
      en: `A text of 7 words and a table of 5 positions gives an error, but it is that of an operation inside: “${error}”. Whoever used too long a text cannot guess what that means. Throw an error of your own before.`,
      zh: `7 个词配 5 个位置的表会出错，但那是里面某个运算的错误：“${error}”。用了太长文本的人看不懂它的意思。请在此之前抛出你自己的错误。`,
    };
  if (!error.includes("7") || !error.includes("5"))
    return {
      en: `A text of 7 words and a table of 5 positions gives an error, as it should. But “${error}” does not say how long the text is, 7, nor how many positions there are, 5. Whoever reads it needs both.`,
      zh: `7 个词配 5 个位置的表会出错，这是对的。但“${error}”没有说出文本有多长（7）、有几个位置（5）。读到它的人两者都要知道。`,
    };
  return undefined;
}

/** Whether training could use it: its slopes against the package's. */
function unlearnable(add: Add) {
  const { ofWords, ofTable } = tried(add, batch);
  const x = batch.detach().requireGrad();
  layer.weight.grad = undefined;
  layer
    .forward(x)
    .mul(weights.slice(0, 0, 3))
    .sum()
    .backward(); // the package's own
  if (!same(ofWords, x.grad?.toList()))
    return {
      en: "The sums are right, but no slope comes back to the words: they were detached, and their embedding would never learn.",
      zh: "和算对了，但梯度不能返回到词：词被 detach 切断了，词嵌入永远学不到东西。",
    };
  const wanted = layer.weight.grad as Tensor | undefined;
  if (same(ofTable, wanted?.toList())) return undefined;
  if (!ofTable)
    return {
      en: "The sums are right, but no slope comes back to the table: it was detached, and the positions would stay as random as they were drawn.",
      zh: "和算对了，但梯度不能返回到表：表被 detach 切断了，位置向量会一直停留在随机的初始值。",
    };
  return {
    en: `The sums are right, but the slopes of the table are not: with 2 texts of 3 words, the first number's should be ${show(wanted?.at(0, 0))}, summed over both texts, and it is ${show(ofTable[0])}; rows 4 and 5 are not used and should get 0.`,
    zh: `和算对了，但表的梯度不对：2 段、每段 3 个词时，第一个数的梯度应为两段之和 ${show(wanted?.at(0, 0))}，实为 ${show(ofTable[0])}；第 4、5 行没有用到，梯度应为 0。`,
  };
}
