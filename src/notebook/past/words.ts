/** What is said of a cell's earlier texts and of the book's, in both languages of the book. */
const en = {
  differs: (pieces: number) =>
    pieces === 0
      ? "Nothing differs"
      : `${pieces} ${pieces === 1 ? "piece differs" : "pieces differ"}`,
  putBack: "Put back",
  putBackPiece: "Put back the book’s in this piece",
  previousPiece: "To the piece before (Shift+F7)",
  nextPiece: "To the next piece (F7)",
  done: "Done",
  changedInTwo: (name: string) =>
    `${name} was changed in two tabs at once. The text that had to give way is in its menu, under “Earlier versions…”.`,
  earlier: "Earlier versions",
  noneYet: "None yet. Whenever you run a changed text of this cell, the text is kept here.",
  whatIsKept: (most: number) =>
    `The last ${most} different texts of this cell that you ran, or that another text took the place of.`,
  keptForNow:
    "This browser has no room or no leave to keep them: they last until you leave the page.",
  ends: {
    failed: "failed",
    stopped: "stopped",
    replaced: "replaced",
  },
  asNow: "as it is now",
  wouldChange: "What would change: struck out is what stands in the cell now.",
  isNow: "This is the text that stands in the cell now.",
  useVersion: "Use this version",
};

export type Words = typeof en;

const zh: Words = {
  differs: (pieces) => (pieces === 0 ? "没有不同" : `${pieces} 处不同`),
  putBack: "恢复",
  putBackPiece: "把这一处恢复成书中的",
  previousPiece: "上一处（Shift+F7）",
  nextPiece: "下一处（F7）",
  done: "完成",
  changedInTwo: (name) =>
    `${name} 同时在两个标签页里改动了。被替换下来的文本在它的菜单里，“以前的版本…”之下。`,
  earlier: "以前的版本",
  noneYet: "还没有。每次运行改过的单元格，当时的文本都会保存在这里。",
  whatIsKept: (most) => `这个单元格最近 ${most} 个不同的文本：你运行过的，或被别的文本替换掉的。`,
  keptForNow: "浏览器没有空间或不允许保存它们：离开本页后就没有了。",
  ends: {
    failed: "出错",
    stopped: "已停止",
    replaced: "被替换",
  },
  asNow: "与现在相同",
  wouldChange: "会有这些变化：划掉的是单元格里现在的文本。",
  isNow: "单元格里现在就是这个文本。",
  useVersion: "用这个版本",
};

export const wordsOf = (lang: string): Words => (lang === "zh" ? zh : en);
