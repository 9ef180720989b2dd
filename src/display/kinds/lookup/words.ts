export const lookupWords = {
  en: {
    drawing: (columns: number, rows: number, name: string) =>
      `A matrix of ${columns} columns and ${rows} rows. Above each column stands a number of the one-hot vector: 1 above the column of “${name}”, 0 above all others. Matrix times vector is that column, which stands at the right.`,
    oneHot: (name: string) => `one-hot vector of ${name}`,
    matrix: "embedding matrix",
    out: (row: number, name: string, value: string) => `number ${row} of ${name}: ${value}`,
    hint: "Choose a column, or point at a number on the right: its sum appears here.",
  },
  zh: {
    drawing: (columns: number, rows: number, name: string) =>
      `一个 ${columns} 列 ${rows} 行的矩阵。每列上方是独热向量的一个数：“${name}”那一列上方是 1，其余都是 0。矩阵乘以向量就得到那一列，画在右边。`,
    oneHot: (name: string) => `${name} 的独热向量`,
    matrix: "嵌入矩阵",
    out: (row: number, name: string, value: string) => `${name} 的第 ${row} 个数：${value}`,
    hint: "选择一列，或指向右边的一个数，这里会显示它的算式。",
  },
} as const;
