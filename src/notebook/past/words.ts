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
  earlier: (name: string) => `Earlier versions of ${name}`,
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
  newer: "The book’s text of this cell has changed since you edited it.",
  clean: "Both changes go together. This is your text with the book’s change in it:",
  clash:
    "Some of its lines you changed as well. Choose which to take; the text below shows it all together, and you can still edit it afterwards.",
  together: "Your text and the book’s change together",
  booksChange: "What the book changed",
  yourChange: "What you changed",
  sameLines: "The same lines, changed twice",
  asItWas: "as it was",
  yours: "yours",
  books: "the book’s now",
  gone: "(taken out)",
  takeBoth: "Take both changes",
  takeChosen: "Take this text",
  keepMine: "Keep mine",
  takeBooks: "Take the book’s",
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
  earlier: (name) => `${name} 以前的版本`,
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
  newer: "你修改之后，书中这个单元格的原文也改了。",
  clean: "两处改动可以合在一起。这是你的文本加上书中的改动：",
  clash: "其中有些行你也改过。请选择用哪一个；下面是合起来的文本，之后还可以再改。",
  together: "你的文本与书中改动合在一起",
  booksChange: "书中改了什么",
  yourChange: "你改了什么",
  sameLines: "两边都改了的行",
  asItWas: "原来的",
  yours: "你的",
  books: "书中现在的",
  gone: "（已删去）",
  takeBoth: "两处改动都要",
  takeChosen: "用这个文本",
  keepMine: "保留我的",
  takeBooks: "采用书中的",
};

export const wordsOf = (lang: string): Words => (lang === "zh" ? zh : en);
