/** The editor's words: what it says itself, and CodeMirror's own phrases in another language than English. */
export interface Words {
  hint: string;
  /** Said after Escape. */
  leave: string;
  /** The row of signs on a phone. */
  symbols: {
    label: string;
    run: string;
    indent: string;
    outdent: string;
    undo: string;
    redo: string;
  };
  codemirror: Record<string, string>;
}

export const phrases = (lang: string): Words => (lang === "zh" ? zh : en);

const mac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");
const runKey = mac ? "⌘ Enter" : "Ctrl+Enter";

const en: Words = {
  hint: `${runKey} runs it · Esc, then Tab, leaves`,
  leave: "Tab now leaves the editor",
  symbols: {
    label: "Signs",
    run: "Run",
    indent: "Indent",
    outdent: "Outdent",
    undo: "Undo",
    redo: "Redo",
  },
  codemirror: {},
};

const zh: Words = {
  hint: `${runKey} 运行 · 先按 Esc 再按 Tab 离开`,
  leave: "现在按 Tab 离开编辑器",
  symbols: {
    label: "符号",
    run: "运行",
    indent: "增加缩进",
    outdent: "减少缩进",
    undo: "撤销",
    redo: "重做",
  },
  codemirror: {
    Find: "查找",
    Replace: "替换为",
    next: "下一个",
    previous: "上一个",
    all: "全选",
    "match case": "区分大小写",
    "by word": "全字匹配",
    regexp: "正则表达式",
    replace: "替换",
    "replace all": "全部替换",
    close: "关闭",
    "current match": "当前匹配",
    "replaced $ matches": "已替换 $ 处",
    "replaced match on line $": "已替换第 $ 行的匹配",
    "on line": "在第几行：",
    "Go to line": "跳到行",
    go: "跳转",
    "Selection deleted": "已删除所选内容",
    "Control character": "控制字符",
  },
};
