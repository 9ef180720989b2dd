export const headsWords = {
  en: {
    asks: "Who asks?",
    square: (name: string, tokens: number) =>
      `${name}: a square of ${tokens} rows, one for each token that asks; the darker, the louder it hears the token of that column`,
    triangle: (name: string, tokens: number) =>
      `${name}: a triangle of ${tokens} rows, one for each token that asks; the darker, the louder it hears the token of that column, never a later one`,
    hears: (asks: string, heard: string, weight: string) =>
      `“${asks}” hears “${heard}” with a weight of ${weight}`,
    place: (place: number) => `place ${place}`,
    colon: ": ",
    hint: "Choose who asks, or point into a picture: what it means appears here.",
    numbers: "All its weights as a table",
    heard: "heard",
    scroll: "Weights, can be scrolled sideways",
  },
  zh: {
    asks: "谁在提问？",
    square: (name: string, tokens: number) =>
      `${name}：${tokens} 行的方阵，每行是一个提问的词元；颜色越深，它听这一列的词元就越响`,
    triangle: (name: string, tokens: number) =>
      `${name}：${tokens} 行的三角形，每行是一个提问的词元；颜色越深，它听这一列的词元就越响，后面的词元听不到`,
    hears: (asks: string, heard: string, weight: string) =>
      `“${asks}”听“${heard}”的权重是 ${weight}`,
    place: (place: number) => `第 ${place} 个`,
    colon: "：",
    hint: "选择谁来提问，或指向图中一处，这里会说明它的含义。",
    numbers: "它的全部权重，用表格表示",
    heard: "听谁",
    scroll: "权重表，可以左右滚动",
  },
} as const;
