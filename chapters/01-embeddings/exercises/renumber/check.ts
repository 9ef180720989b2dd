const rows = [
  [1, 10],
  [2, 20],
  [3, 30],
  [4, 40],
];
const renamed = [2, 0, 3, 1];
const wanted = [rows[1], rows[3], rows[0], rows[2]];
const text = (list: unknown) => JSON.stringify(list);

export default function check({ renumber }: typeof import("./starter.ts")) {
  if (typeof renumber !== "function")
    return {
      en: "There is no function named renumber any more: the check calls it, so it must be exported.",
      zh: "找不到名为 renumber 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got: unknown = renumber(structuredClone(rows), [...renamed]);
  if (text(got) === text(wanted)) return undefined;
  const shown = {
    en: ` From the rows ${text(rows)} with the new numbers [2, 0, 3, 1], ${text(wanted)} should come; ${text(got)} came.`,
    zh: `行为 ${text(rows)}、新编号为 [2, 0, 3, 1]，应得到 ${text(wanted)}，现在得到 ${text(got)}。`,
  };
  const say = (en: string, zh: string) => ({ en: en + shown.en, zh: zh + shown.zh });
  if (text(got) === text(renamed.map((place) => rows[place])))
    return say(
      "This goes the other way around: the row of symbol 0 should be found at its new number, which is 2; you put row 2 at place 0.",
      "方向反了：符号 0 的行应当放到它的新编号 2 那里；你却把第 2 行放到了 0 的位置。",
    );
  if (text(got) === text(rows))
    return say(
      "The table has not changed. Then symbol 0, which is now called 2, would be given another symbol's vector.",
      "表没有变。这样，如今叫 2 的符号 0 就会拿到别的符号的向量。",
    );
  if (Array.isArray(got) && new Set(got.map(text)).size < 4)
    return say(
      "A row is there twice, and another one is lost: write into a new list, or you overwrite what you still need.",
      "有一行出现了两次，另一行丢了：写进一个新的列表，否则会覆盖还要用的行。",
    );
  if (Array.isArray(got) && got.every((row) => Array.isArray(row) && row.length === 1))
    return say(
      "These are the numbers of the symbols; their vectors should be there.",
      "这是符号的编号；这里应该是它们的向量。",
    );
  return say(
    "Row i should move to the place renamed[i].",
    "第 i 行应当移到 renamed[i] 这个位置。",
  );
}
