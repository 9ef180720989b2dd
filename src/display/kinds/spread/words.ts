export const spreadWords = {
  en: {
    row: (name: string, values: string, mean: string, deviation: string) =>
      `${name}: ${values}. Mean ${mean}, standard deviation ${deviation}.`,
    drawing: (rows: string) =>
      `Rows of dots on an axis. A band marks one standard deviation to each side of the mean. ${rows}`,
    dot: (place: number, chain: string) => `number ${place}: ${chain}`,
    hint: "Point at a dot, or tap it: its numbers appear here.",
    mean: "M",
    deviation: "S",
    band: "one S to each side of M",
  },
  zh: {
    row: (name: string, values: string, mean: string, deviation: string) =>
      `${name}：${values}。均值 ${mean}，标准差 ${deviation}。`,
    drawing: (rows: string) => `数轴上的几行圆点，色带标出均值两侧各一个标准差。${rows}`,
    dot: (place: number, chain: string) => `第 ${place} 个数：${chain}`,
    hint: "指向或轻点一个圆点，这里会显示它的数值。",
    mean: "M",
    deviation: "S",
    band: "M 两侧各一个 S",
  },
} as const;
