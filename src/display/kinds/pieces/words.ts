export const piecesWords = {
  en: {
    list: (count: number) => `A text in ${count} pieces`,
    is: (text: string, id: number | undefined) =>
      id === undefined ? `“${text}”` : `“${text}” is number ${id}`,
    from: (parts: readonly string[]) => `made from ${parts.map((one) => `“${one}”`).join(" + ")}`,
    times: (count: number) =>
      count === 1 ? "it stands here once" : `it stands here ${count} times`,
    hint: "Point at a piece, or go to it with the arrow keys: what it is appears here.",
    comma: ", ",
    stop: ".",
  },
  zh: {
    list: (count: number) => `一段文字，切成 ${count} 块`,
    is: (text: string, id: number | undefined) =>
      id === undefined ? `“${text}”` : `“${text}”的编号是 ${id}`,
    from: (parts: readonly string[]) => `由 ${parts.map((one) => `“${one}”`).join(" + ")} 合成`,
    times: (count: number) => `在这里出现 ${count} 次`,
    hint: "指向一块，或用方向键移到它上面，这里会显示它是什么。",
    comma: "，",
    stop: "。",
  },
} as const;
