const rows = [
  [0, 0, 0],
  [3, 0, 0],
  [3, 1, 0],
  [0.5, 5, 0],
  [2, 2, 9],
];
const wanted = [1, 2, 1, 2, 2];

export default function check({ nearest }: typeof import("./starter.ts")) {
  if (typeof nearest !== "function")
    return {
      en: "There is no function named nearest any more: the check calls it, so it must be exported.",
      zh: "找不到名为 nearest 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got = wanted.map((_, i) => nearest(rows, i));
  const bad = wanted.findIndex((one, i) => got[i] !== one);
  if (bad < 0) return undefined;
  const shown = {
    en: ` Among ${JSON.stringify(rows)}, the nearest to row ${bad} is row ${wanted[bad]}; you say row ${got[bad]}.`,
    zh: `在 ${JSON.stringify(rows)} 中，离第 ${bad} 行最近的是第 ${wanted[bad]} 行；你说是第 ${got[bad]} 行。`,
  };
  const say = (en: string, zh: string) => ({ en: en + shown.en, zh: zh + shown.zh });
  if (got.every((one, i) => one === i))
    return say(
      "Every row is nearest to itself, at the distance 0. Leave it out.",
      "每一行离自己最近，距离是 0。要把自己排除在外。",
    );
  if (got[bad] === bad)
    return say(
      "For one row, the search begins with the row itself, and nothing is nearer than that. Begin with another.",
      "有一行的搜索是从它自己开始的，没有谁比它更近。换一行开始。",
    );
  if (got[0] === 4)
    return say("This is the row that is farthest away.", "这是最远的一行。");
  return say(
    "All numbers of the vectors count: square each difference, add up, take the root.",
    "向量的所有数都要算进去：差的平方加起来，再开方。",
  );
}
