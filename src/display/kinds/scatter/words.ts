export const scatterWords = {
  en: {
    drawing: (count: number, groups: string) =>
      `A map of ${count} points${groups === "" ? "" : `: ${groups}`}. Their places stand in the table below.`,
    numbers: "The map in numbers",
    point: "point",
    group: "group",
    x: "across",
    y: "up",
    of: (shown: number, all: number) => `${shown} of ${all} points`,
    comma: ", ",
  },
  zh: {
    drawing: (count: number, groups: string) =>
      `${count} 个点的分布图${groups === "" ? "" : `：${groups}`}。各点的位置见下面的表格。`,
    numbers: "图中的数字",
    point: "点",
    group: "组",
    x: "横向",
    y: "纵向",
    of: (shown: number, all: number) => `${all} 个点中的 ${shown} 个`,
    comma: "、",
  },
} as const;
