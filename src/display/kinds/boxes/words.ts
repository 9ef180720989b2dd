export const boxesWords = {
  en: {
    drawing: (names: string, around: number) =>
      `Numbers go down through ${names}. ${around === 0 ? "No box has a way around it." : "A line leads around the box and joins what comes out: both are added."}`,
    enters: "goes in",
    outOf: (name: string) => `out of ${name}`,
    hint: "Point at a number, or tap it: where it comes from appears here.",
  },
  zh: {
    drawing: (names: string, around: number) =>
      `数字自上而下穿过 ${names}。${around === 0 ? "没有绕行的路。" : "一条线绕过方框，与框中出来的数相加。"}`,
    enters: "输入",
    outOf: (name: string) => `${name} 的输出`,
    hint: "指向或轻点一个数，这里会显示它从哪里来。",
  },
} as const;
