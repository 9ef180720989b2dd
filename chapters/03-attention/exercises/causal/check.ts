const scores = [
  [2, 1, 3],
  [1, 2, 5],
  [3, 1, 4],
];
const words = ["Humpty", "Dumpty", "sat"];
const places = scores.flatMap((row, i) => row.map((score, j) => ({ i, j, score })));
// Looked at in this order: what is wrongly hidden of the past, what is left of the future, then the word itself.
const rank = ({ i, j }: { i: number; j: number }) => (j < i ? 0 : j > i ? 1 : 2);
places.sort((a, b) => rank(a) - rank(b));

const show = (score: number | undefined) =>
  score === undefined
    ? "nothing"
    : String(score).replace("-", "−").replace("Infinity", "∞");

/** Tells of one fault at a time. */
export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.mask !== "function")
    return {
      en: "There is no function named mask any more: the check calls it, so it must be exported.",
      zh: "找不到名为 mask 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got: unknown = answer.mask(scores.map((row) => [...row]));
  if (!Array.isArray(got) || got.length !== 3 || got.some((row) => row?.length !== 3))
    return {
      en: "For 3 rows of 3 scores, mask should return 3 rows of 3 scores: none is removed.",
      zh: "给 3 行、每行 3 个分数，mask 应当返回同样大小的 3 行：一个也不少。",
    };
  for (const { i, j, score } of places) {
    const wanted = j > i ? -Infinity : score;
    const is = got[i][j];
    if (Object.is(is, wanted)) continue;
    const [asks, answers] = [words[i], words[j]];
    const en = ` scores[${i}][${j}] should be ${show(wanted)} and is ${show(is)}.`;
    const zh = `scores[${i}][${j}] 应为 ${show(wanted)}，实为 ${show(is)}。`;
    if (j < i)
      return {
        en: `“${asks}” no longer hears “${answers}” as it should: that word stands before it. Hide what comes later.${en}`,
        zh: `“${asks}”听不清排在它前面的“${answers}”了。要遮住的是后面的词。${zh}`,
      };
    if (j === i)
      return {
        en: `“${asks}” no longer hears itself. The first word, with nothing before it, would hear nobody.${en}`,
        zh: `“${asks}”听不到自己了。第一个词前面没有别的词，就谁也听不到了。${zh}`,
      };
    if (is === 0)
      return {
        en: `Zero is a score like any other: e⁰ is 1, so “${asks}” still hears “${answers}”, which comes later.${en}`,
        zh: `零也是一个普通的分数：e⁰ 是 1，所以“${asks}”还能听到后面的“${answers}”。${zh}`,
      };
    if (is === Infinity)
      return {
        en: `+∞ is the loudest score there can be: “${asks}” would hear only what comes later. The sign is wrong.${en}`,
        zh: `+∞ 是最响的分数：“${asks}”就只听得到后面的词了。符号反了。${zh}`,
      };
    if (is === score)
      return {
        en: `“${asks}” still hears “${answers}”, which comes after it.${en}`,
        zh: `“${asks}”还能听到排在它后面的“${answers}”。${zh}`,
      };
    return {
      en: `“${answers}” is only hushed: any finite score leaves it a weight above 0, however small.${en}`,
      zh: `“${answers}”只是变小声了：只要分数是有限的，权重就大于 0，再小也会漏出来。${zh}`,
    };
  }
  return undefined;
}
