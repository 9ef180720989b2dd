import type { Lang } from "../../display/words.ts";
import { duration } from "./duration.ts";

/** What the notebook says to a reader: here in English, in Chinese in `words-zh.ts`. */
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

/** Those of a language; who reads the one does not load the other. */
export const wordsOf = async (lang: Lang): Promise<Words> =>
  lang === "zh" ? (await import("./words-zh.ts")).words : en;
