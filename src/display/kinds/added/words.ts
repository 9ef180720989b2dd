export const addedWords = {
  en: {
    drawing: (words: string) =>
      `Three matrices, one under the other, with a column for each place: the vectors of the words ${words}; those of the positions; and their sums, number by number.`,
    matrices: { word: "word matrix", position: "position matrix", sum: "what goes in" },
    numbers: "Sums",
    move: (word: string, place: number) =>
      `${word}, at position ${place}; the arrow keys left and right move it`,
    left: (word: string) => `Move ${word} to the left`,
    right: (word: string) => `Move ${word} to the right`,
    sum: (row: number, word: string, place: number, sum: string) =>
      `number ${row} of ${word} at position ${place}: ${sum}`,
    hint: "Point at a number, or tap it, to see its sum. Drag a word to another place.",
  },
  zh: {
    drawing: (words: string) =>
      `三个矩阵上下排列，每个位置一列：词 ${words} 的向量，位置的向量，以及两者逐个数相加的和。`,
    matrices: { word: "词矩阵", position: "位置矩阵", sum: "送入模型的矩阵" },
    numbers: "和",
    move: (word: string, place: number) => `${word}，在位置 ${place}；按左右方向键移动`,
    left: (word: string) => `把 ${word} 向左移`,
    right: (word: string) => `把 ${word} 向右移`,
    sum: (row: number, word: string, place: number, sum: string) =>
      `位置 ${place} 上 ${word} 的第 ${row} 个数：${sum}`,
    hint: "指向或轻点一个数，看它的算式。把词拖到别的位置试试。",
  },
} as const;
