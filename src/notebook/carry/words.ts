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
  away: {
    saved: (name: string) => `${name} is saved. Unpack it, then: npm install && npm test`,
    failed: "The project could not be loaded. Check the connection and try again.",
  },
  copy: {
    nothing: "There is nothing to save yet: you have changed nothing, and solved nothing.",
    same: "You have all of this already.",
    which: "Which text?",
    whichWhy:
      "These cells have one text here and another in the file. Yours stays, unless you tick the file’s. The other is put among the cell’s earlier versions.",
    bothHave: (id: string, here: string, there: string) =>
      `${id}: take the file’s (${there}) in place of mine (${here})`,
    bring: "Bring back",
    cancel: "Cancel",
    brought: (names: string) =>
      names === "" ? "Brought back: what you have read and solved." : `Brought back: ${names}.`,
    wrong: {
      damaged: "this file is damaged. Nothing of it was used.",
      newer: "this comes from a newer edition of the book. Load the page again, and try again.",
      unknown:
        "this is neither a backup of this book nor a zip that was taken from it. Nothing of it was used.",
      large: "this is larger than any copy of the book. Nothing of it was used.",
      shared:
        "this is what somebody shared of one chapter. Open it there: the menu ⋯ of the chapter, “Share my edits…”.",
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
  away: {
    saved: (name) => `已保存 ${name}。解压后运行：npm install && npm test`,
    failed: "项目未能加载。请检查网络后重试。",
  },
  copy: {
    nothing: "还没有可以保存的内容：你没有改过什么，也没有解过练习。",
    same: "这些你都已经有了。",
    which: "用哪一份？",
    whichWhy:
      "这些单元格在这里和在文件里的代码不同。除非勾选文件中的，否则保留你的。另一份会放进该单元格的早先版本。",
    bothHave: (id, here, there) => `${id}：用文件中的（${there}）换掉我的（${here}）`,
    bring: "带回",
    cancel: "取消",
    brought: (names) => (names === "" ? "已带回：读过和解过的记录。" : `已带回：${names}。`),
    wrong: {
      damaged: "这个文件已损坏。其中的内容都没有采用。",
      newer: "它来自本书更新的版本。请重新载入本页后再试。",
      unknown: "它既不是本书的备份，也不是从本书取走的 zip。其中的内容都没有采用。",
      large: "它比本书的任何一份副本都大。其中的内容都没有采用。",
      shared: "这是别人分享的某一章的修改。请到那一章打开：“⋯”菜单里的“分享我的修改…”。",
    },
  },
};

export const carryWords = (lang: string | undefined): CarryWords => (lang === "zh" ? zh : en);
