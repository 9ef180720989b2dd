import type { Editor } from "../editor/editor.ts";
import type { Types } from "../editor/types.ts";
import { nameOf } from "../ids.ts";
import type { Status } from "../life.ts";
import type { CellError, ModuleId } from "../types.ts";
import type { Showing } from "./notebook.ts";
import type { Page } from "./page.ts";

/** All that a cell's place on the page shows, apart from its text and its output. */
export interface CellLook {
  state: Status["state"];
  /** The state in the reader's words. */
  told: string;
  /** Whether the reader's text differs from the book's. */
  edited: boolean;
  /** Earlier cells that the reader changed and that this one uses. */
  usesEdited: ModuleId[];
  error: CellError | undefined;
  progress: Showing["progress"];
  /** Whether it can be asked to end with what it has. */
  mayFinish: boolean;
}

export interface CellActions {
  /** What the editor opens with. */
  text(): string;
  /** The changes that led to it, where they were kept. */
  past(): Promise<unknown>;
  edit(text: string): void;
  run(): void;
  runAll(): void;
  stop(): void;
  finish(): void;
  reset(module: ModuleId): void;
  /** Shows how the text differs from the book's, or no longer. */
  compare(): void;
  /** What knows the types of its code. */
  types: Types;
  /** Opens the menu of what else can be done. */
  more(button: HTMLElement): void;
}

/** One cell's place on the page: draws what the notebook says, passes on what the reader does. */
export class CellView {
  readonly id: ModuleId;
  readonly section: HTMLElement;
  readonly #page: Pick<Page, "lang" | "words">;
  readonly #actions: CellActions;
  #editor: Promise<Editor> | undefined;
  #marked: { key: string; editor: Editor | undefined } = { key: "null", editor: undefined };
  #error: CellError | undefined;

  constructor(section: HTMLElement, page: Pick<Page, "lang" | "words">, actions: CellActions) {
    this.section = section;
    this.id = section.dataset["cell"] ?? "";
    this.#page = page;
    this.#actions = actions;
    section.addEventListener("click", (event) => this.#clicked(event));
    section.addEventListener("keydown", (event) => this.#pressed(event));
    const pre = this.#find("pre");
    pre?.addEventListener("focus", () => void this.#focus());
    pre?.addEventListener("pointerup", ({ clientX: x, clientY: y }) => {
      // A reader who selects code to copy it does not want to edit it.
      if (getSelection()?.isCollapsed !== false) void this.#focus({ x, y });
    });
  }

  #find(
    part: "pre" | "bar" | "state" | "uses" | "progress" | "note" | "output",
  ): HTMLElement | null {
    return this.section.querySelector(part === "pre" ? ".cell-code > pre" : `.cell-${part}`);
  }

  /** Where its results are drawn. */
  get output(): HTMLElement | null {
    return this.#find("output");
  }

  /** Puts the editor in the place of the static code, once. */
  openEditor(): Promise<Editor> {
    const loading = () =>
      Promise.all([import("../editor/editor.ts"), this.#actions.past()] as const);
    this.#editor ??= loading().then(([{ mountEditor }, past]) => {
      const host = this.section.querySelector<HTMLElement>(".cell-code");
      if (!host) throw new Error(`${this.id} has no place for code`);
      const { text, edit, run, runAll, types } = this.#actions;
      const source = text();
      const label = nameOf(this.id);
      const { lang } = this.#page;
      return mountEditor({
        host,
        source,
        past,
        label,
        lang,
        onChange: edit,
        onRun: run,
        onRunAll: runAll,
        types,
      });
    });
    // Without the network for once: the next time it is tried again.
    this.#editor.catch(() => {
      this.#editor = undefined;
    });
    void this.#drawMark(this.#error);
    return this.#editor;
  }

  async #focus(at?: { x: number; y: number }): Promise<void> {
    (await this.openEditor()).focus(at);
  }

  /** Makes the shown text `text`. */
  async setText(text: string): Promise<void> {
    const editor = await this.openEditor();
    if (editor.text !== text) editor.setText(text);
  }

  /** Brings the cell into view, with the caret in a line of it or at an offset in its text. */
  async goTo(line: number | undefined, offset?: number): Promise<void> {
    this.section.scrollIntoView({ block: "center" });
    (await this.openEditor()).focus(offset === undefined ? line : { offset });
  }

  draw(look: CellLook): void {
    const { section } = this;
    section.dataset["state"] = look.state;
    section.toggleAttribute("data-edited", look.edited);
    const busy = look.state === "running" || look.state === "queued";
    section.setAttribute("aria-busy", String(busy));
    this.#button("run", !busy);
    this.#button("stop", busy);
    this.#button("reset", look.edited);
    this.#button("compare", look.edited);
    this.#button("finish", look.mayFinish);
    const state = this.#find("state");
    if (state && state.textContent !== look.told) state.textContent = look.told;
    this.#drawUses(look.usesEdited);
    this.#drawProgress(look.progress);
    this.#error = look.error;
    void this.#drawMark(look.error);
  }

  #drawUses(uses: ModuleId[]): void {
    const key = uses.join(" ");
    const before = this.#find("uses");
    if ((before?.dataset["uses"] ?? "") === key) return;
    before?.remove();
    if (uses.length === 0) return;
    const { words } = this.#page;
    const note = document.createElement("p");
    note.className = "cell-uses";
    note.dataset["uses"] = key;
    for (const id of uses) {
      const back = document.createElement("button");
      back.textContent = words.useBooks;
      back.addEventListener("click", () => this.#actions.reset(id));
      const line = document.createElement("span");
      line.append(words.usesEdit(nameOf(id)), back);
      note.append(line);
    }
    this.output?.before(note);
  }

  #drawProgress(progress: CellLook["progress"]): void {
    const before = this.#find("progress");
    this.#drawNote(progress?.note);
    if (!progress) {
      before?.remove();
      return;
    }
    const bar = before instanceof HTMLProgressElement ? before : document.createElement("progress");
    bar.className = "cell-progress";
    bar.setAttribute("aria-label", nameOf(this.id));
    bar.max = progress.total;
    bar.value = progress.done;
    if (bar !== before) this.#find("bar")?.after(bar);
  }

  /** What a cell says of how far it is, such as how long it will take. Not read out: it changes all the time. */
  #drawNote(text = ""): void {
    const before = this.#find("note");
    if (text === "") {
      before?.remove();
      return;
    }
    const note = before ?? document.createElement("span");
    note.className = "cell-note";
    note.textContent = text;
    if (!before) this.#find("state")?.after(note);
  }

  /** Marks the line of an error in this cell's own text, in the editor or in the static code. */
  async #drawMark(error: CellError | undefined): Promise<void> {
    const line = error?.module === this.id ? error.line : undefined;
    const mark = line === undefined || !error ? undefined : { ...error, line };
    const key = JSON.stringify(mark ?? null);
    // An editor that opens later has its mark as well.
    const editor = await this.#editor;
    const before = this.#marked;
    this.#marked = { key, editor };
    if (key === before.key && editor === before.editor) return;
    const pre = this.#find("pre");
    pre?.querySelector(".line.wrong")?.classList.remove("wrong");
    if (mark) pre?.querySelectorAll(".line")[mark.line - 1]?.classList.add("wrong");
    editor?.mark(mark);
  }

  #button(action: string, shown: boolean): void {
    const find = (name: string) =>
      this.section.querySelector<HTMLButtonElement>(`.cell-bar [data-action="${name}"]`);
    const button = find(action);
    if (!button || button.hidden === !shown) return;
    const focused = button === document.activeElement;
    button.hidden = !shown;
    // Run and Stop take each other's place under the reader's finger: the focus goes along.
    if (focused) queueMicrotask(() => find(action === "run" ? "stop" : "run")?.focus());
  }

  /** Whether a button that switches something stands as on. */
  setPressed(action: "compare", on: boolean): void {
    const button = this.section.querySelector(`.cell-bar [data-action="${action}"]`);
    if (button) button.ariaPressed = String(on);
  }

  #clicked({ target }: Event): void {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-action]") : null;
    const action = button?.dataset["action"];
    if (action === "run" || action === "stop" || action === "finish" || action === "compare")
      this.#actions[action]();
    if (action === "reset") this.#actions.reset(this.id);
    if (button && action === "more") this.#actions.more(button);
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented)
      return;
    event.preventDefault();
    if (event.shiftKey) this.#actions.runAll();
    else this.#actions.run();
  }
}
