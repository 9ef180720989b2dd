export const mergesWords = {
  en: {
    drawing: (count: number) =>
      `${count === 1 ? "A word" : `${count} words`}: letters at the bottom, and on each two neighbors that were joined the piece that they became. The topmost pieces are the tokens. Arrow keys move from piece to piece.`,
    letter: (text: string) => `“${text}” was there from the beginning`,
    joined: (text: string, parts: readonly string[], step: number | undefined) =>
      `“${text}” = “${parts.join("” + “")}”${step === undefined ? "" : `, merge ${step}`}`,
    count: (times: number) =>
      `; the two stood side by side ${times === 1 ? "once" : `${times.toLocaleString("en")} times`}`,
    hint: "Point at a piece, or tap it: what it was made from appears here.",
    stop: ".",
  },
  zh: {
    drawing: (count: number) =>
      `${count} 个词：最下面是字母，相邻两块合并后得到的一块压在它们上面，最上面的就是词元。方向键在各块之间移动。`,
    letter: (text: string) => `“${text}”从一开始就有`,
    joined: (text: string, parts: readonly string[], step: number | undefined) =>
      `“${text}” = “${parts.join("” + “")}”${step === undefined ? "" : `，第 ${step} 次合并`}`,
    count: (times: number) => `；当时这两块相邻 ${times.toLocaleString("en")} 次`,
    hint: "指向或轻点一块，这里会显示它由什么合成。",
    stop: "。",
  },
} as const;
