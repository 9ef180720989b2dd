import { diffComm } from "node-diff3";
import { highlight } from "../../site/highlight.ts";
import { element } from "../element.ts";

/** What a text changes in another, line by line. */
export interface Changes {
  code: HTMLPreElement;
  added: number;
  removed: number;
}

/** More is shown as it is, without colors: what comes from elsewhere may be anything. */
const most = { letters: 30_000, lines: 1000 };

/** Static code with the lines that are new and those that are gone. */
export function changesOf(before: string, after: string): Changes {
  const [old, now] = [before.split("\n"), after.split("\n")];
  if (after.length > most.letters || now.length > most.lines) {
    const line = element("ins.line", after);
    return { code: codeOf([line]), added: now.length, removed: old.length };
  }
  const drawn = { old: draw(before), now: draw(after) };
  let [added, removed] = [0, 0];
  const lines = diffComm(old, now).flatMap(({ common, buffer1 = [], buffer2 = [] }) => {
    const gone = drawn.old.splice(0, common?.length ?? buffer1.length);
    const come = drawn.now.splice(0, common?.length ?? buffer2.length);
    if (common) return come;
    added += come.length;
    removed += gone.length;
    return [...gone.map((line) => retag("del", line)), ...come.map((line) => retag("ins", line))];
  });
  return { code: codeOf(lines), added, removed };
}

function draw(text: string): Element[] {
  const code = document.createElement("code");
  // Marked up from the text by the highlighter, which escapes it.
  code.innerHTML = text.split("\n").length > 1 ? highlight(`${text}\n`) : highlight(text);
  return [...code.children];
}

const retag = (tag: "ins" | "del", line: Element): HTMLElement =>
  element(`${tag}.line`, ...line.childNodes);

function codeOf(lines: readonly Element[]): HTMLPreElement {
  const code = element("code");
  for (const line of lines) code.append(line, "\n");
  const pre = element("pre.code", code);
  pre.tabIndex = 0;
  return pre;
}
