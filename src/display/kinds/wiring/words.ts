export const wiringWords = {
  en: {
    vector: (word: string) => `vector of “${word}”`,
    key: (word: string) => `key of “${word}”`,
    query: (word: string) => `query of “${word}”, the word that asks`,
    value: (word: string) => `value of “${word}”`,
    score: (word: string) => `score of “${word}”`,
    weight: (word: string) => `weight of “${word}”`,
    product: (word: string) => `weighted value of “${word}”`,
    output: (word: string) => `output for “${word}”`,
    masked: "masked: this word may not be seen",
    asks: "asks",
    drawing: (all: string, asker: string) =>
      `Self-attention over the words ${all}, with “${asker}” asking. Arrow keys move from wire to wire.`,
    story: (asker: string) =>
      `Each word’s vector x gives a key k and a value v; “${asker}”, the word that asks, also gives a query q. ` +
      "Each key times the query is a score u. Softmax turns the scores into weights a that add up to 1. " +
      "The values times their weights, added up, are the output y.",
    hint: "Point at a box or a wire, or tap it: its sum appears here.",
    scroll: "The wiring of self-attention, can be scrolled sideways",
    numbers: "The same as a table",
    columns: [
      "word",
      "vector x",
      "key k",
      "value v",
      "score u = k·q",
      "weight a",
      "weighted value a·v",
    ],
    rest: (query: string, output: string) => `Query q: ${query}. Output y: ${output}.`,
    colon: ": ",
  },
  zh: {
    vector: (word: string) => `“${word}”的向量`,
    key: (word: string) => `“${word}”的键`,
    query: (word: string) => `“${word}”（提问的词）的查询`,
    value: (word: string) => `“${word}”的值`,
    score: (word: string) => `“${word}”的分数`,
    weight: (word: string) => `“${word}”的权重`,
    product: (word: string) => `“${word}”的加权值`,
    output: (word: string) => `“${word}”的输出`,
    masked: "已遮盖：看不到这个词",
    asks: "提问",
    drawing: (all: string, asker: string) =>
      `词 ${all} 之间的自注意力，由“${asker}”提问。用方向键在连线之间移动。`,
    story: (asker: string) =>
      `每个词的向量 x 得出一个键 k 和一个值 v；提问的词“${asker}”还得出一个查询 q。` +
      "每个键与查询相乘，得到一个分数 u。softmax 把分数变成加起来等于 1 的权重 a。" +
      "各个值乘以自己的权重，再加起来，就是输出 y。",
    hint: "指向或轻点一个方框或一条连线，这里会显示它的算式。",
    scroll: "自注意力的连线图，可以左右滚动",
    numbers: "同样的内容，用表格表示",
    columns: ["词", "向量 x", "键 k", "值 v", "分数 u = k·q", "权重 a", "加权值 a·v"],
    rest: (query: string, output: string) => `查询 q：${query}。输出 y：${output}。`,
    colon: "：",
  },
} as const;
