import type { Lang } from "../../words.ts";

export const writtenWords = {
  en: {
    tokens: "What the model wrote, token by token",
    choose: "Choose a token.",
    here: "What could stand there:",
    candidates: (token: string) => `What could stand in the place of “${token}”`,
    probability: "probability",
    kept: "kept",
    chosen: "your choice",
    inText: "in the text",
    take: "take",
    takeIt: (token: string) => `take “${token}”`,
    others: "all others",
    again: "from the beginning again",
    space: "space",
    lineEnd: "line break",
    nothing: "empty token",
    comma: ", ",
  },
  zh: {
    tokens: "模型逐个词元写出的文字",
    choose: "选择一个词元。",
    here: "这里可以是：",
    candidates: (token: string) => `“${token}”这个位置可以是什么`,
    probability: "概率",
    kept: "保留的",
    chosen: "你选的",
    inText: "文中",
    take: "选它",
    takeIt: (token: string) => `选它：“${token}”`,
    others: "其余全部",
    again: "从头再来",
    space: "空格",
    lineEnd: "换行",
    nothing: "空词元",
    comma: "，",
  },
} as const;

/** A token in words: whoever hears it hears no space. */
export function spoken(text: string, lang: Lang): string {
  const { space, lineEnd, nothing } = writtenWords[lang];
  if (text === "") return nothing;
  return text.trim() || (text.includes("\n") ? lineEnd : space);
}
