import type { Editor } from "../editor/editor.ts";
import type { CellError, ModuleId } from "../types.ts";
import { wordsOf } from "./words.ts";

/** All that a cell's place on the page shows, apart from its text. */
export interface CellLook {
  state: "published" | "edited" | "running" | "queued" | "stale" | "failed" | "done";
  /** The state in the reader's words. */
  told: string;
  /** Whether the reader's text differs from the book's. */
  changed: boolean;
  /** Earlier cells that the reader changed and that this one uses. */
  usesEdited: ModuleId[];
  error?: CellError | undefined;
  progress?: { done: number; total: number; note?: string | undefined } | undefined;
}

export interface CellActions {
  run(): void;
  runAll(): void;
  stop(): void;
  reset(): void;
  edit(text: string): void;
  resetOther(module: ModuleId): void;
}

/** One cell's place on the page: draws what the notebook says, passes on what the reader does. */
export class CellView {
  readonly id: ModuleId;
  readonly section: HTMLElement;
  readonly #lang: string;
  readonly #actions: CellActions;
  #editor: Editor | undefined;
  #mounting: Promise<Editor> | undefined;

  constructor(section: HTMLElement, lang: string, actions: CellActions) {
    this.section = section;
    this.id = section.dataset["cell"] ?? "";
    this.#lang = lang;
    this.#actions = actions;
    section.addEventListener("click", (event) => this.#clicked(event));
    section.addEventListener("keydown", (event) => this.#pressed(event));
    const pre = this.#pre;
    pre?.addEventListener("focus", () => void this.openEditor("start", true));
    pre?.addEventListener("pointerup", (event) => {
      if (getSelection()?.isCollapsed === false) return;
      void this.openEditor({ x: event.clientX, y: event.clientY }, true);
    });
  }

  get name(): string {
    return nameOf(this.id);
  }

  get #pre(): HTMLElement | null {
    return this.section.querySelector<HTMLElement>(".cell-code > pre");
  }

  /** Puts the editor in the place of the static code, once; `text` is what it opens with. */
  text: () => string = () => "";

  async openEditor(
    at: { x: number; y: number } | "start",
    focus: boolean,
  ): Promise<Editor | undefined> {
    const host = this.section.querySelector<HTMLElement>(".cell-code");
    if (!host) return undefined;
    this.#mounting ??= import("../editor/editor.ts").then(({ mountEditor }) => {
      this.#editor = mountEditor({
        host,
        source: this.text(),
        label: this.name,
        lang: this.#lang,
        onChange: (text) => this.#actions.edit(text),
        onRun: () => this.#actions.run(),
        onRunAll: () => this.#actions.runAll(),
      });
      return this.#editor;
    });
    const editor = await this.#mounting;
    if (focus) editor.focus(at === "start" ? undefined : at);
    return editor;
  }

  /** Makes the shown text `text`: in the editor where it is open, else by opening it. */
  async setText(text: string): Promise<void> {
    const editor = this.#editor ?? (await this.openEditor("start", false));
    if (editor && editor.text !== text) editor.setText(text);
  }

  draw(look: CellLook): void {
    const { section } = this;
    section.dataset["state"] = look.state;
    section.toggleAttribute("data-changed", look.changed);
    const busy = look.state === "running" || look.state === "queued";
    section.setAttribute("aria-busy", String(busy));
    this.#button("run", !busy);
    this.#button("stop", busy);
    this.#button("reset", look.changed);
    this.#tell(look);
    this.#progress(look.progress);
    this.#mark(look.error);
  }

  /** Where its results are drawn. */
  get output(): HTMLElement | null {
    return this.section.querySelector(".cell-output");
  }

  #tell(look: CellLook): void {
    const state = this.section.querySelector<HTMLElement>(".cell-state");
    if (state && state.textContent !== look.told) state.textContent = look.told;
    const words = wordsOf(this.#lang);
    const uses = look.usesEdited.filter((id) => id !== this.id);
    let note = this.section.querySelector<HTMLElement>(".cell-uses");
    const key = uses.join(" ");
    if ((note?.dataset["uses"] ?? "") === key) return;
    note?.remove();
    if (uses.length === 0) return;
    note = document.createElement("p");
    note.className = "cell-uses";
    note.dataset["uses"] = key;
    for (const id of uses) {
      const line = document.createElement("span");
      line.textContent = words.usesEdit(nameOf(id));
      const back = document.createElement("button");
      back.textContent = words.useBooks;
      back.addEventListener("click", () => this.#actions.resetOther(id));
      line.append(back);
      note.append(line);
    }
    this.section.querySelector(".cell-output")?.before(note);
  }

  #progress(progress: CellLook["progress"]): void {
    let bar = this.section.querySelector<HTMLProgressElement>(".cell-progress");
    if (!progress) {
      bar?.remove();
      return;
    }
    if (!bar) {
      bar = document.createElement("progress");
      bar.className = "cell-progress";
      bar.setAttribute("aria-label", this.name);
      this.section.querySelector(".cell-bar")?.after(bar);
    }
    bar.max = progress.total;
    bar.value = progress.done;
    bar.title = progress.note ?? "";
  }

  #marked = "";

  /** Marks the line of an error in this cell's own text. */
  #mark(error: CellError | undefined): void {
    const own = error?.module === this.id && error.line !== undefined ? error : undefined;
    const key = own ? `${own.line}:${own.column}:${own.message}` : "";
    if (key === this.#marked) return;
    this.#marked = key;
    this.#pre?.querySelector(".line.wrong")?.classList.remove("wrong");
    if (own?.line) this.#pre?.querySelectorAll(".line")[own.line - 1]?.classList.add("wrong");
    this.#editor?.mark(
      own?.line ? { line: own.line, column: own.column, message: own.message } : undefined,
    );
  }

  #button(action: string, shown: boolean): void {
    const button = this.section.querySelector<HTMLButtonElement>(
      `.cell-bar [data-action="${action}"]`,
    );
    if (!button || button.hidden === !shown) return;
    const focused = button === document.activeElement;
    button.hidden = !shown;
    // Run and Stop take each other's place under the reader's finger: the focus goes along.
    if (focused) {
      const other = action === "run" ? "stop" : "run";
      queueMicrotask(() =>
        this.section
          .querySelector<HTMLButtonElement>(`.cell-bar [data-action="${other}"]`)
          ?.focus(),
      );
    }
  }

  #clicked(event: Event): void {
    const target =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-action]") : null;
    const action = target?.dataset["action"];
    if (action === "run" || action === "stop" || action === "reset") this.#actions[action]();
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented)
      return;
    event.preventDefault();
    if (event.shiftKey) this.#actions.runAll();
    else this.#actions.run();
  }
}

/** `scores.ts` for a cell, the exercise's name for an exercise. */
export function nameOf(id: ModuleId): string {
  const parts = id.split("/");
  return parts.at(-3) === "exercises" ? (parts.at(-2) ?? id) : (parts.at(-1) ?? id);
}
