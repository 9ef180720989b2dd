import { type Editor, mountEditor } from "../../src/notebook/editor/editor.ts";

/** The page that the tests drive: cells that open their editors as the notebook's do, and a record of what they told. */
const page = {
  editors: {} as Record<string, Editor>,
  changes: [] as string[],
  runs: [] as string[],

  mount(id: string, lang = "en"): void {
    const host = document.querySelector<HTMLElement>(`#${id} .cell-code`);
    const source = host?.querySelector("pre")?.dataset["source"];
    if (!host || source === undefined) throw new Error(`there is no cell ${id}`);
    page.editors[id] = mountEditor({
      host,
      source,
      label: `${id}.ts`,
      lang,
      onChange: (text) => page.changes.push(text),
      onRun: () => page.runs.push(id),
      onRunAll: () => page.runs.push("all"),
    });
  },

  editor(id: string): Editor {
    const editor = page.editors[id];
    if (!editor) throw new Error(`${id} has no editor`);
    return editor;
  },
};

export type MountPage = typeof page;
Object.assign(globalThis, { page });

// As the notebook does: a tap opens the editor with the caret where it fell, and a key opens it at its beginning.
for (const pre of document.querySelectorAll<HTMLElement>("pre.code")) {
  const id = pre.closest(".cell")?.id ?? "";
  pre.addEventListener("pointerup", ({ clientX: x, clientY: y }) => {
    if (!page.editors[id]) page.mount(id);
    page.editor(id).focus({ x, y });
  });
}
