/** What the notebook says to a reader, in both languages of the book. */
const en = {
  published: "as published",
  edited: "edited, not run yet",
  yours: "your version",
  queued: "waiting",
  running: "running…",
  done: (ms: number) => `ran in ${duration(ms, "ms", "s")}`,
  stale: "out of date",
  staleBecause: (names: string) => `out of date: ${names} changed`,
  staleInput: "out of date: a control changed",
  stopped: "stopped before it finished",
  waits: (done: number, total: number) => `waits at ${done} of ${total}; Run goes on`,
  failed: "failed",
  usesEdit: (name: string) => `uses your edited ${name}`,
  useBooks: "use the book’s",
  resetCell: (name: string) =>
    `Put back the book’s ${name}? Your version can be brought back until you leave the page.`,
  resetChapter: (count: number) =>
    `Put back the book’s text in every cell of this chapter (${count} changed)? Your versions can be brought back until you leave the page.`,
  nothingToReset: "Every cell of this chapter is as published.",
  reset: "Put back",
  cancel: "Keep mine",
  wasReset: (name: string) => `${name} is the book’s again.`,
  chapterWasReset: "The chapter is the book’s again.",
  booksHere: (name: string) =>
    `The book’s ${name} is used from now on. Your answer is as it was, in its chapter.`,
  undo: "Undo",
  close: "Close",
  storage: {
    unavailable:
      "This browser does not let the page store anything (a private window, perhaps). Your edits last until you close this tab.",
    full: "The browser’s storage for this site is full. Your newest edits are kept in this tab only; free some space and type on to save them.",
    corrupt: "A saved edit could not be read. It was set aside, not deleted.",
  },
  noRoom: (megabytes: string) =>
    `the browser has no room left to keep ${megabytes} MB for this page`,
  tooMany: "keep: a cell can keep 16 things",
  unreadable:
    "what this cell kept cannot be read at the moment: run it again, or load the page again",
  notKept: (name: string) =>
    `${name} is used, but not kept: give it again when you come back to this page.`,
  keepsNothing: "this browser does not let the page keep anything (a private window, perhaps)",
  keptLost:
    "The browser has thrown away what a cell had kept here, to make room perhaps. The cell begins anew.",
  crashed:
    "This cell used more memory than the page can give it, and was ended. Your text and the other cells’ results are as they were.",
  flooded: "This cell sent more output than the page can take, and was ended.",
  types: {
    again: "What checks the types stopped, and was started again. Your cells are as they were.",
    forGood:
      "What checks the types cannot be used at the moment. Cells run without it; load the page again to have it back.",
  },
  loadFailed:
    "A part of the notebook could not be loaded. Check the connection and try again, or load the page again.",
  stop: "Stop",
  ranAll: (count: number, ms: number) => `All ${count} cells ran in ${duration(ms, "ms", "s")}.`,
  someFailed: (count: number, failed: number) =>
    `${failed} of ${count} cells failed. The first of them:`,
  failedAt: (line: number | undefined) =>
    line === undefined ? "failed:" : `failed on line ${line}:`,
  followed: (count: number) =>
    count === 1 ? "One other cell ran with it." : `${count} other cells ran with it.`,
  compare: "Compare with the book’s",
  earlier: "Earlier versions…",
  copyLink: "Copy a link to this cell",
  linkCopied: "The link is copied.",
  shareEdits: "Share my edits…",
  downloadChapter: "Download this chapter",
  downloadBook: "Download the whole book",
  keys: "Keys",
  map: { label: "The cells of this chapter", uses: (names: string) => `uses ${names}` },
  duration: (ms: number) => duration(ms, "ms", "s"),
};

export type Words = typeof en;

const zh: Words = {
  published: "书中原样",
  edited: "已修改，尚未运行",
  yours: "你的版本",
  queued: "等待中",
  running: "运行中…",
  done: (ms) => `运行用时 ${duration(ms, "毫秒", "秒")}`,
  stale: "已过期",
  staleBecause: (names) => `已过期：${names} 有改动`,
  staleInput: "已过期：控件的值变了",
  stopped: "未完成就停止了",
  waits: (done, total) => `停在 ${done} / ${total}，点“运行”继续`,
  failed: "出错",
  usesEdit: (name) => `用的是你修改过的 ${name}`,
  useBooks: "改用书中的",
  resetCell: (name) => `把 ${name} 恢复成书中的版本吗？离开本页之前，你的版本还可以找回。`,
  resetChapter: (count) =>
    `把本章所有单元格恢复成书中的版本吗（有 ${count} 个改动过）？离开本页之前，你的版本还可以找回。`,
  nothingToReset: "本章的单元格都是书中原样。",
  reset: "恢复",
  cancel: "保留我的",
  wasReset: (name) => `${name} 已恢复成书中的版本。`,
  chapterWasReset: "本章已恢复成书中的版本。",
  booksHere: (name) => `从现在起用书中的 ${name}。你的答案还在原来那一章，没有变。`,
  undo: "撤销",
  close: "关闭",
  storage: {
    unavailable: "浏览器不允许本页保存数据（可能是无痕窗口）。你的修改会保留到关闭此标签页为止。",
    full: "浏览器给本站的存储空间已满。最新的修改只保留在此标签页里；腾出空间后继续输入即可保存。",
    corrupt: "有一处保存的修改读不出来，已另外放好，没有删除。",
  },
  noRoom: (megabytes) => `浏览器已没有空间为本页保存 ${megabytes} MB`,
  tooMany: "keep：一个单元格最多保存 16 样东西",
  unreadable: "这个单元格保存的内容暂时读不出来：请再运行一次，或重新载入本页",
  notKept: (name) => `${name} 可以使用，但没有保存下来：下次打开本页时请重新提供。`,
  keepsNothing: "浏览器不允许本页保存任何东西（可能是无痕窗口）",
  keptLost: "浏览器清掉了一个单元格在这里保存的内容（可能是为了腾出空间）。该单元格会从头开始。",
  crashed: "这个单元格用的内存超出了页面所能提供的，已被终止。你的代码和其他单元格的结果都没有变。",
  flooded: "这个单元格输出的内容超出了页面所能承受的，已被终止。",
  types: {
    again: "类型检查意外停止，已重新启动。你的单元格没有变。",
    forGood: "类型检查暂时用不了。单元格照常可以运行；重新载入本页可恢复。",
  },
  loadFailed: "笔记本有一部分未能加载。请检查网络后重试，或重新载入本页。",
  stop: "停止",
  ranAll: (count, ms) => `${count} 个单元格已全部运行，用时 ${duration(ms, "毫秒", "秒")}。`,
  someFailed: (count, failed) => `${count} 个单元格中有 ${failed} 个出错。第一个是：`,
  failedAt: (line) => (line === undefined ? "出错：" : `第 ${line} 行出错：`),
  followed: (count) => `另有 ${count} 个单元格随之运行。`,
  compare: "与书中的对照",
  earlier: "以前的版本…",
  copyLink: "复制此单元格的链接",
  linkCopied: "链接已复制。",
  shareEdits: "分享我的修改…",
  downloadChapter: "下载本章",
  downloadBook: "下载全书",
  keys: "按键",
  map: { label: "本章的单元格", uses: (names) => `用到 ${names}` },
  duration: (ms) => duration(ms, "毫秒", "秒"),
};

export const wordsOf = (lang: string | undefined): Words => (lang === "zh" ? zh : en);

function duration(milliseconds: number, ms: string, s: string): string {
  if (milliseconds < 10) return `${Math.max(0.1, milliseconds).toFixed(1)} ${ms}`;
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ${ms}`;
  return `${(milliseconds / 1000).toFixed(1)} ${s}`;
}
