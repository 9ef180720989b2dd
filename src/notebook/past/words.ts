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
};

export type Words = typeof en;

const zh: Words = {
  differs: (pieces) => (pieces === 0 ? "没有不同" : `${pieces} 处不同`),
  putBack: "恢复",
  putBackPiece: "把这一处恢复成书中的",
  previousPiece: "上一处（Shift+F7）",
  nextPiece: "下一处（F7）",
  done: "完成",
};

export const wordsOf = (lang: string): Words => (lang === "zh" ? zh : en);
