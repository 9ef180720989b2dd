import type { Lang } from "../../words.ts";

const all = {
  en: {
    choose: (name: string) => `${name}: choose a file, or drop one here`,
    paste: "… or put a text in here",
    pasteInto: (name: string) => `${name}: a text`,
    none: "none chosen yet",
    remove: "Take away",
  },
  zh: {
    choose: (name: string) => `${name}：选择文件，或拖到这里`,
    paste: "……或者把文字粘贴到这里",
    pasteInto: (name: string) => `${name}：文字`,
    none: "还没有选择",
    remove: "移除",
  },
};

export const words = (lang: Lang) => all[lang];
