/** What is said where edits are shared and taken away, in both languages of the book. */
const en = {
  share: {
    title: "Share your edits",
    what: "The link holds the text of the cells that you tick. Nothing is uploaded: whoever has the link has the text.",
    nothing: "You have not changed a cell of this chapter yet.",
    noneTicked: "Tick what to share.",
    answer: (name: string) => `${name} (gives away your answer)`,
    link: "The link",
    copy: "Copy the link",
    copied: "The link is copied.",
    length: (letters: number) => `${letters.toLocaleString("en")} letters.`,
    mayBeCut: (letters: number) =>
      `${letters.toLocaleString("en")} letters: some messengers cut links as long as this. A file is safer.`,
    tooLong: (letters: number, most: number) =>
      `Too long for a link: ${letters.toLocaleString("en")} letters, and from ${most.toLocaleString("en")} on links get cut on their way. Send it as a file.`,
    save: "Save as a file",
    inFile:
      "Edits of a chapter of Humpty. To look at them, open the chapter, its menu ⋯, “Share my edits…”, and choose this file there.",
    received: "Open a file that you were sent:",
  },
  shared: {
    title: "Shared with you",
    changes: (count: number) => (count === 1 ? "A change to " : `Changes to ${count} cells: `),
    untouched: "Nothing of it has been run or saved. Each change stands under its cell.",
    own: (names: string) =>
      `You have a text of your own in ${names}. It stays, unless you say otherwise there.`,
    unknown: (names: string) => `Left out, for this chapter has no such cell: ${names}.`,
    same: (names: string) => `You have it already: ${names}.`,
    nothing: "There is nothing else in it.",
    useAll: "Use these",
    none: "No thanks",
    close: "Close",
    notYours: "Shared, not yours.",
    ownHere: "The text that you wrote here stays until you replace it.",
    bookMoved: "The book’s text of this cell has changed since this was shared.",
    lines: (added: number, removed: number) =>
      `What it changes in the book’s text: +${added} −${removed} lines`,
    answer: "Shows somebody’s answer to this exercise",
    use: "Use this",
    replace: "Use this in place of mine",
    leave: "Leave it out",
    used: (names: string) => `${names}: now as it was shared, and yours to change. Not run yet.`,
    wrong: {
      damaged:
        "What was shared is damaged: a part of it was lost or changed on the way. Ask for it again. Nothing of it was used.",
      newer:
        "What was shared was made by a newer edition of this book. Load the page again, and if that does not help, ask for it again.",
      large: "This holds more than the edits of a chapter can. Nothing of it was used.",
    },
  },
};

export type CarryWords = typeof en;

const zh: CarryWords = {
  share: {
    title: "分享你的修改",
    what: "链接里装着你勾选的单元格的代码。什么也不会上传：谁拿到链接，谁就有这些代码。",
    nothing: "你还没有改过本章的单元格。",
    noneTicked: "请勾选要分享的内容。",
    answer: (name) => `${name}（会透露你的答案）`,
    link: "链接",
    copy: "复制链接",
    copied: "链接已复制。",
    length: (letters) => `共 ${letters.toLocaleString("en")} 个字符。`,
    mayBeCut: (letters) =>
      `共 ${letters.toLocaleString("en")} 个字符：有些聊天软件会截断这么长的链接，用文件更稳妥。`,
    tooLong: (letters, most) =>
      `太长，放不进链接：共 ${letters.toLocaleString("en")} 个字符，而超过 ${most.toLocaleString("en")} 的链接在途中会被截断。请改发文件。`,
    save: "存为文件",
    inFile:
      "《Humpty》某一章的修改。要查看，请打开那一章的“⋯”菜单，选“分享我的修改…”，再在那里选择本文件。",
    received: "打开别人发给你的文件：",
  },
  shared: {
    title: "有人分享给你",
    changes: (count) => (count === 1 ? "改动了：" : `改动了 ${count} 个单元格：`),
    untouched: "其中的代码没有运行，也没有保存。每处改动都列在相应的单元格下面。",
    own: (names) => `${names} 里有你自己写的代码。除非你在那里另作选择，否则保持不变。`,
    unknown: (names) => `本章没有这些单元格，已略去：${names}。`,
    same: (names) => `你这里已经是这样：${names}。`,
    nothing: "里面没有别的内容了。",
    useAll: "采用这些",
    none: "不用了",
    close: "关闭",
    notYours: "这是别人分享的，不是你的。",
    ownHere: "你在这里写的代码会保留，直到你把它换掉。",
    bookMoved: "分享之后，书中这个单元格的原文又改过了。",
    lines: (added, removed) => `它对书中原文的改动：+${added} −${removed} 行`,
    answer: "查看别人对这道练习的答案",
    use: "采用这一处",
    replace: "用它换掉我的",
    leave: "略去",
    used: (names) => `${names}：已换成分享的代码，归你修改。尚未运行。`,
    wrong: {
      damaged:
        "分享的内容已损坏：途中丢失或改动了一部分。请让对方重新发一次。其中的内容都没有采用。",
      newer: "分享的内容来自本书更新的版本。请重新载入本页；如果还是不行，请让对方重新发一次。",
      large: "里面的内容超过了一章修改所能有的量。其中的内容都没有采用。",
    },
  },
};

export const carryWords = (lang: string | undefined): CarryWords => (lang === "zh" ? zh : en);
