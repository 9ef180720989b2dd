export const productWords = {
  en: {
    drawing: (left: string, right: string, rows: number, inner: number, columns: number) =>
      `${left}, a matrix of ${rows} rows and ${inner} columns, stands at the left of its product with ${right}, a matrix of ${inner} rows and ${columns} columns, which stands above. Each number of the product is a row of ${left} times a column of ${right}.`,
    entry: (row: number, column: number, sum: string) =>
      `row ${row} times column ${column}: ${sum}`,
    lit: (row: string, column: string) => `row ${row} times column ${column}:`,
  },
  zh: {
    drawing: (left: string, right: string, rows: number, inner: number, columns: number) =>
      `${left} 是 ${rows} 行 ${inner} 列的矩阵，画在乘积的左边；${right} 是 ${inner} 行 ${columns} 列的矩阵，画在乘积的上方。乘积的每个数都是 ${left} 的一行乘以 ${right} 的一列。`,
    entry: (row: number, column: number, sum: string) => `第 ${row} 行乘第 ${column} 列：${sum}`,
    lit: (row: string, column: string) => `第 ${row} 行乘第 ${column} 列：`,
  },
} as const;
