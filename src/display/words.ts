export type Lang = "en" | "zh";

/** The words of the views, in both languages of the book. */
const all = {
  en: {
    more: (count: number) => `… ${count.toLocaleString("en")} more`,
    table: "Table",
    console: "Console",
    errorAt: (place: string) => `at ${place}`,
    lineOf: (line: number, name: string) => `line ${line} of ${name}`,
    solved: "Solved.",
    notYet: "Not yet.",
    nothing: "This cell shows nothing: give it an `export default`.",
  },
  zh: {
    more: (count: number) => `…… 还有 ${count.toLocaleString("en")} 项`,
    table: "表格",
    console: "控制台",
    errorAt: (place: string) => `位置：${place}`,
    lineOf: (line: number, name: string) => `${name} 第 ${line} 行`,
    solved: "答对了。",
    notYet: "还不对。",
    nothing: "这个单元格没有显示任何内容：给它加上 `export default`。",
  },
};

export const words = (lang: Lang) => all[lang];
