import type { Pair, Word } from "../../cells/pairs.ts";

const bytes = (text: string) => [...new TextEncoder().encode(text)];
const word = (text: string, count: number): Word => ({ tokens: bytes(text), count });
const said = (pair: number[]) => `“${String.fromCharCode(...pair)}”`;
type Case = { words: Word[]; wanted: string; en: string; zh: string };

const cases: Case[] = [
  {
    words: [word("in", 5), word("at", 2)],
    wanted: "in",
    en: "The pair that comes most often should be taken, not the rarest.",
    zh: "应当取出现最多的那一对，而不是最少的。",
  },
  {
    words: [word("any", 9), word("cab", 1), word("tab", 1), word("lab", 1)],
    wanted: "an",
    en: "“any” comes 9 times, so each of its pairs comes 9 times. You have counted each different word once.",
    zh: "“any” 出现了 9 次，所以它的每一对都出现 9 次。你把每个不同的词只算了一次。",
  },
  {
    words: [word("ab", 3), word("abc", 3), word("xy", 4)],
    wanted: "ab",
    en: "“ab” stands in two words, 3 times in each, which makes 6. The counts have to be added up, not replaced.",
    zh: "“ab” 在两个词里各出现 3 次，一共 6 次。次数要加起来，而不是被替换掉。",
  },
  {
    words: [
      word("zab", 2),
      word("zabs", 2),
      word("wzab", 2),
      word("ab", 1),
      word("xy", 6),
    ],
    wanted: "ab",
    en: "A pair begins at every letter but the last: “zab” has “za” and “ab”. Some of them you have passed over.",
    zh: "除了最后一个字母，每个字母都是一对的开头：“zab” 里有 “za” 和 “ab”。有的对被你跳过了。",
  },
  {
    words: [word("ad", 3), word("c", 9)],
    wanted: "ad",
    en: "The end of one word and the beginning of the next are no pair: words are counted one by one.",
    zh: "一个词的结尾和下一个词的开头不算一对：要一个词一个词地数。",
  },
  {
    words: [word("ba", 4), word("ab", 3), word("xy", 5)],
    wanted: "xy",
    en: "“ab” and “ba” are different pairs: order counts.",
    zh: "“ab” 和 “ba” 是不同的对：次序有关系。",
  },
];

export default function check({ firstPair }: typeof import("./starter.ts")) {
  if (typeof firstPair !== "function")
    return {
      en: "There is no function named firstPair any more: the check calls it, so it must be exported.",
      zh: "找不到名为 firstPair 的函数：检查要调用它，所以它必须导出（export）。",
    };
  for (const { words, wanted, en, zh } of cases) {
    const got: Pair = firstPair(structuredClone(words));
    if (!Array.isArray(got) || got.length !== 2)
      return {
        en: "firstPair should give back a pair: a list of two tokens.",
        zh: "firstPair 应当返回一对：由两个 token 组成的列表。",
      };
    if (got.join() === bytes(wanted).join()) continue;
    const shown = words
      .map(({ tokens, count }) => `${String.fromCharCode(...tokens)} × ${count}`)
      .join(", ");
    return {
      en: `${en} For ${shown}, the pair should be “${wanted}”; it is ${said(got)}.`,
      zh: `${zh}对 ${shown}，应得到 “${wanted}”，现在是 ${said(got)}。`,
    };
  }
  return undefined;
}
