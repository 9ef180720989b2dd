export const filesWords = {
  en: {
    save: "Save",
    saveIt: (name: string) => `Save ${name}`,
    all: (archive: string) => `Save all as ${archive}`,
    later: (count: number) =>
      `${count === 1 ? "This file is" : "These files are"} made when the cell is run.`,
    failed: "The zip could not be made. Is the network there?",
    exactly: (bytes: number, sum: string) => `${bytes.toLocaleString("en")} bytes, FNV-1a ${sum}`,
  },
  zh: {
    save: "保存",
    saveIt: (name: string) => `保存 ${name}`,
    all: (archive: string) => `全部保存为 ${archive}`,
    later: (count: number) => `${count === 1 ? "这个文件" : "这些文件"}会在运行单元格时生成。`,
    failed: "没能生成 zip 文件。网络是否连通？",
    exactly: (bytes: number, sum: string) => `${bytes.toLocaleString("en")} 字节，FNV-1a ${sum}`,
  },
} as const;
