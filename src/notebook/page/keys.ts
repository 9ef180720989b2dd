import { element } from "../element.ts";
import { openSheet } from "./dialog.ts";
import type { Page } from "./page.ts";

type Row = readonly [keys: string, means: string];

const en = {
  page: "On the page",
  pageKeys: [
    ["?", "this list"],
    ["j / k", "to the next cell, to the one before"],
    ["Ctrl+Enter", "run the cell that you are in"],
    ["Ctrl+Shift+Enter", "run all cells"],
    ["Ctrl+.", "stop what runs"],
  ] as readonly Row[],
  code: "In the code",
  codeKeys: [
    ["Escape, Tab", "leave the code"],
    ["Tab / Shift+Tab", "indent, outdent"],
    ["Ctrl+Z / Ctrl+Y", "undo, redo"],
    ["Ctrl+F", "find in the cell"],
    ["F7 / Shift+F7", "where it differs from the book’s: the next piece, the one before"],
    ["Ctrl+Space", "what can be written here"],
    ["Alt+H", "what this is: its type, its shape"],
    ["F12", "where this is defined"],
    ["F2", "rename it in this cell"],
    ["F8", "the next type error"],
    ["Ctrl+/", "comment lines out and in"],
    ["Alt+↑ / Alt+↓", "move the line"],
  ] as readonly Row[],
  single: "The keys that are a single letter or sign work",
};

const zh: typeof en = {
  page: "在页面上",
  pageKeys: [
    ["?", "显示本表"],
    ["j / k", "到下一个、上一个单元格"],
    ["Ctrl+Enter", "运行所在的单元格"],
    ["Ctrl+Shift+Enter", "运行全部单元格"],
    ["Ctrl+.", "停止正在运行的"],
  ],
  code: "在代码里",
  codeKeys: [
    ["Escape, Tab", "离开代码"],
    ["Tab / Shift+Tab", "增加、减少缩进"],
    ["Ctrl+Z / Ctrl+Y", "撤销、重做"],
    ["Ctrl+F", "在单元格里查找"],
    ["F7 / Shift+F7", "与书中的对照时：下一处、上一处不同"],
    ["Ctrl+Space", "这里可以写什么"],
    ["Alt+H", "这是什么：类型、形状"],
    ["F12", "到定义处"],
    ["F2", "在本单元格里重命名"],
    ["F8", "下一处类型错误"],
    ["Ctrl+/", "注释、取消注释"],
    ["Alt+↑ / Alt+↓", "移动所在行"],
  ],
  single: "启用单个字母或符号的按键",
};

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys of the page, by where they work, and a switch for those that a reader's voice or hand may press unmeant. */
export function showKeys({ lang, words, store }: Page): void {
  const say = lang === "zh" ? zh : en;
  const box = element("input");
  box.type = "checkbox";
  box.checked = store.singleKeys;
  box.addEventListener("change", () => {
    store.singleKeys = box.checked;
  });
  const label = element("label.notebook-check", box, ` ${say.single}`);
  openSheet(
    words.keys,
    words,
    ...group(say.page, say.pageKeys),
    ...group(say.code, say.codeKeys),
    label,
  );
}

function group(where: string, rows: readonly Row[]): Node[] {
  const list = element("dl.notebook-keys");
  for (const [keys, means] of rows) {
    const names = keys.split(" / ").flatMap((one, i) => [i > 0 ? " / " : "", keyboard(one)]);
    list.append(element("dt", ...names), element("dd", means));
  }
  return [element("h3", where), list];
}

const keyboard = (name: string): HTMLElement =>
  element("kbd", mac ? name.replace("Ctrl", "⌘").replace("Alt", "⌥") : name);
