/** The editor's words: what it says itself, and CodeMirror's own phrases. */
export function phrases(lang: string): { hint: string; search: Record<string, string> } {
  return lang === "zh" ? zh : en;
}

const en = { hint: "Ctrl or ⌘ + Enter runs it. Escape, then Tab, leaves the editor.", search: {} };

const zh = {
  hint: "Ctrl 或 ⌘ + Enter 运行。先按 Esc 再按 Tab 离开编辑器。",
  search: {
    Find: "查找",
    Replace: "替换",
    next: "下一个",
    previous: "上一个",
    all: "全部",
    "match case": "区分大小写",
    "by word": "全字匹配",
    regexp: "正则表达式",
    replace: "替换",
    "replace all": "全部替换",
    close: "关闭",
    "current match": "当前匹配",
    "replaced $ matches": "已替换 $ 处",
    "replaced match on line $": "已替换第 $ 行的匹配",
    "on line": "行",
    "Go to line": "跳到行",
    go: "跳转",
  },
};
