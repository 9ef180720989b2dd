export const treeWords = {
  en: {
    drawing: (text: string, ways: number) =>
      `Tree of continuations of “${text}”: ${ways} ways. Arrow keys move along its branches.`,
    story: (text: string, likely: string, chance: string) =>
      `From left to right, each box adds a token and says how likely it is there. ` +
      `Multiplied along the way they give the chance of the whole: of those that begin with “${text}”, “${likely}” is the likeliest, at ${chance}.`,
    start: "where it begins",
    chosen: "chosen",
    dropped: "given up",
    hint: "Point at a box, or tap it: the chance of the text up to there appears here.",
    scroll: "A tree of continuations, can be scrolled sideways",
    numbers: "The same as a table",
    columns: ["text", "last token", "its chance", "chance of the whole"],
    colon: ": ",
  },
  zh: {
    drawing: (text: string, ways: number) =>
      `“${text}”的续写树：共 ${ways} 条路。用方向键在分支之间移动。`,
    story: (text: string, likely: string, chance: string) =>
      `从左到右，每个方框加上一个词元，并标出它在此处的概率。` +
      `沿路相乘，就是整段文字的概率：在以“${text}”开头的各条路中，“${likely}”最有可能，概率为 ${chance}。`,
    start: "起点",
    chosen: "选中",
    dropped: "放弃",
    hint: "指向或轻点一个方框，这里会显示到此为止的文字的概率。",
    scroll: "续写树，可以左右滚动",
    numbers: "同样的内容，用表格表示",
    columns: ["文字", "最后一个词元", "它的概率", "整段的概率"],
    colon: "：",
  },
} as const;
