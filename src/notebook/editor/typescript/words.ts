/** What the editor says of types, in both languages of the book. */
export interface Words {
  /** A tensor's shape when the cell last ran, here or at the build. */
  shape(shape: string, published: boolean): string;
  tags: Record<string, string>;
  /** How many faults there are. */
  faults(count: number): string;
  overload(index: number, count: number): string;
  newName(name: string): string;
  noName: string;
  cannotRename: string;
  renamed(places: number): string;
  elsewhere(cells: string, name: string): string;
  nothingHere: string;
  from(source: string): string;
  codemirror: Record<string, string>;
}

const en: Words = {
  shape: (shape, published) => `${shape} ${published ? "as published" : "in the last run"}`,
  tags: {
    returns: "gives",
    throws: "throws",
    param: "takes",
    deprecated: "out of use",
    example: "example",
  },
  faults: (count) =>
    count === 0 ? "No type errors." : count === 1 ? "1 type error." : `${count} type errors.`,
  overload: (index, count) => `form ${index} of ${count}`,
  newName: (name) => `New name for ${name}`,
  noName: "This cannot be a name.",
  cannotRename: "What stands here cannot be renamed.",
  renamed: (places) => (places === 1 ? "Renamed in 1 place." : `Renamed in ${places} places.`),
  elsewhere: (cells, name) => `${cells} asks for ${name} by this name and will no longer find it.`,
  nothingHere: "Nothing is known of what stands here.",
  from: (source) => `from ${source}`,
  codemirror: {},
};

const zh: Words = {
  shape: (shape, published) => `${published ? "书中运行时" : "上次运行时"}形状为 ${shape}`,
  tags: {
    returns: "返回",
    throws: "抛出",
    param: "参数",
    deprecated: "已弃用",
    example: "示例",
  },
  faults: (count) => (count === 0 ? "没有类型错误。" : `有 ${count} 处类型错误。`),
  overload: (index, count) => `第 ${index} 种形式，共 ${count} 种`,
  newName: (name) => `${name} 的新名称`,
  noName: "这不能用作名称。",
  cannotRename: "这里的内容不能重命名。",
  renamed: (places) => `已在 ${places} 处重命名。`,
  elsewhere: (cells, name) => `${cells} 用 ${name} 这个名称导入它，改名后会找不到。`,
  nothingHere: "对这里的内容一无所知。",
  from: (source) => `来自 ${source}`,
  codemirror: { Completions: "补全", Diagnostics: "诊断", "No diagnostics": "没有诊断" },
};

export const wordsOf = (lang: string): Words => (lang === "zh" ? zh : en);
