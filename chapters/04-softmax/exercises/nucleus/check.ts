import { log, chances as ofPackage } from "@humpty/model";

const given = [0.1, 0.45, 0.05, 0.25, 0.15];
const list = (numbers: number[]) => `[${numbers.map(short).join(", ")}]`;
const short = (one: number) => String(Number(one.toFixed(3)));
const close = (a: number, b: number) => Math.abs(a - b) < 1e-6;
const same = (a: number[], b: number[]) =>
  a.length === b.length && a.every((one, i) => close(one, b[i] ?? 0));
const sum = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0);

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.topP !== "function")
    return {
      en: "There is no function named topP any more: the check calls it, so it must be exported.",
      zh: "找不到名为 topP 的函数：检查要调用它，所以它必须导出（export）。",
    };
  for (const p of [0.6, 0.8, 0.3, 1]) {
    const got: unknown = answer.topP([...given], p);
    // The logarithm of a chance is a score that softmax turns back into it.
    const wanted = ofPackage(given.map(log), { topP: p });
    if (!Array.isArray(got) || got.length !== given.length)
      return {
        en: "For five chances, topP should give back five: those left out stay in their place as 0.",
        zh: "给五个概率，topP 应当返回五个：被去掉的留在原位，变成 0。",
      };
    if (!same(got, wanted)) return finding(got, wanted, p);
  }
  return undefined;
}

function finding(got: number[], wanted: number[], p: number) {
  const say = (en: string, zh: string) => ({
    en: `${en} Of ${list(given)} with p = ${p} there should come ${list(wanted)}; there came ${list(got)}.`,
    zh: `${zh}${list(given)}、p = ${p} 时应得 ${list(wanted)}，实得 ${list(got)}。`,
  });
  const kept = (numbers: number[]) => numbers.filter((one) => one > 0).length;
  const places = got.every((one, i) => one > 0 === (wanted[i] ?? 0) > 0);
  if (got.some(Number.isNaN))
    return say(
      "Nothing was kept, and nothing divided by nothing is NaN. No single chance need be as large as p: it is their sum that must reach it.",
      "一个也没有留下，零除以零就是 NaN。不必有哪一个概率达到 p：要达到 p 的是它们的和。",
    );
  if (places && !close(sum(got), 1))
    return say(
      "The right ones were kept, but they no longer add up to 1. Divide each by their total.",
      "留下的没错，但它们加起来不再等于 1。每一个都要除以它们的总和。",
    );
  if (same(got.toSorted(), wanted.toSorted()))
    return say(
      "The numbers are right, but they have left their places: each chance belongs to its symbol. Sort places, not chances.",
      "数值对了，但位置变了：每个概率属于它的符号。要排序的是位置，不是概率本身。",
    );
  if (!((got[1] ?? 0) > 0))
    return say(
      "The likeliest of all, 0.45, was dropped. Begin with the largest chance.",
      "最有可能的 0.45 被去掉了。要从最大的概率开始。",
    );
  const sorted = given.filter((_, i) => (got[i] ?? 0) > 0);
  const least = Math.min(...sorted);
  if (given.some((chance, i) => chance > least && !((got[i] ?? 0) > 0)))
    return say(
      "A less likely one was kept and a likelier one dropped: you take them as they come. Go from the largest to the smallest.",
      "较小的留下了，较大的却去掉了：你是按出现的顺序取的。要从大到小取。",
    );
  if (kept(got) < kept(wanted))
    return say(
      "Too few were kept: together they have less than p. The one that carries the sum past p still belongs to them.",
      "留得太少：它们合起来不到 p。让总和越过 p 的那一个也要留下。",
    );
  if (kept(got) > kept(wanted))
    return say(
      "More were kept than are needed: the sum had reached p before the last of them.",
      "留得太多：在最后一个之前，总和已经达到 p 了。",
    );
  return say(
    "These are not the chances that top-p leaves.",
    "这不是 top-p 留下的概率。",
  );
}
