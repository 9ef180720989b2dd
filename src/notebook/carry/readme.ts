import type { Lang } from "../../display/words.ts";
import type { ModuleId } from "../types.ts";

/** What the project says to who opens it. */
export function readmeOf(project: {
  lang: Lang;
  address: string;
  chapter?: string | undefined;
  edited: readonly ModuleId[];
}): string {
  return project.lang === "zh" ? zh(project) : en(project);
}

type About = Omit<Parameters<typeof readmeOf>[0], "lang">;

const list = (ids: readonly ModuleId[]): string => ids.map((id) => `\`chapters/${id}\``).join(", ");

const en = ({ address, chapter, edited }: About): string => `# ${chapter ?? "Humpty"}, to take away

The code of ${chapter ? "a chapter" : "the whole book"}, from ${address}
${edited.length > 0 ? `Your own: ${list(edited)}.` : "Nothing in it has been changed yet."}

With Node 22.18 or newer:

- \`npm install && npm test\` runs every cell${chapter ? " of the chapter" : ""} and looks at your answers to the exercises. It needs no network. \`npm test scores\` runs what has "scores" in its name.
- \`npm run show chapters/03-attention/cells/scores.ts\` prints what a cell shows; \`node FILE\` runs it as it is.

Cells are in \`chapters/*/cells/\`. An exercise is a folder: \`starter.ts\` is your answer, \`solution.ts\` the book's, or yours once you have answered. Any editor
will do: \`tsconfig.json\` is for it. \`packages/model\` is the model, all of it, to read and to change; \`packages/display\` is what cells show with.

To bring your changes back into the book, in any browser: zip this folder (without \`node_modules\`), and choose the zip under "Your copy" on the book's front page.
`;

const zh = ({
  address,
  chapter,
  edited,
}: About): string => `# ${chapter ?? "Humpty"}：可以带走的一份

${chapter ? "一章" : "全书"}的代码，来自 ${address}
${edited.length > 0 ? `你自己写的：${list(edited)}。` : "里面还没有改动。"}

需要 Node 22.18 或更新的版本：

- \`npm install && npm test\` 运行${chapter ? "本章" : ""}每个单元格，并检查你对练习的回答，不需要网络。\`npm test scores\` 只运行名字里有 scores 的。
- \`npm run show chapters/03-attention/cells/scores.ts\` 打印一个单元格所显示的内容；\`node 文件\` 直接运行它。

单元格在 \`chapters/*/cells/\` 里。每道练习是一个文件夹：\`starter.ts\` 是你的回答，\`solution.ts\` 是书中的答案（你答过之后，就是你的）。任何编辑器都可以用：\`tsconfig.json\` 就是给它的。
\`packages/model\` 是整个模型，可以读，也可以改；\`packages/display\` 是单元格用来显示的部分。

要把改动带回书里（任何浏览器都行）：把这个文件夹压缩成 zip（不含 \`node_modules\`），然后在本书首页的“你的副本”里选择它。
`;
