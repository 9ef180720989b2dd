import { Sandbox } from "../sandbox/sandbox.ts";
import { openStore } from "../store.ts";
import type { CellResult, ModuleId } from "../types.ts";
import { type CellLook, CellView, nameOf } from "./cell-view.ts";
import { Library, type Manifest } from "./library.ts";
import { type Known, Notebook } from "./notebook.ts";
import { ask, tell } from "./notice.ts";
import { outdatedNotice } from "./outdated.ts";
import { updateValues } from "./values.ts";
import { wordsOf } from "./words.ts";

let started: Promise<Awake> | undefined;

/** What can be done with a page whose cells listen. */
interface Awake {
  /** Makes a cell's published output live, so that its numbers explain themselves and its controls answer. */
  enliven(id: ModuleId): Promise<void>;
  setInput(id: ModuleId, name: string, value: number | string | boolean): void;
}

/** Wakes the cells of a page. `trigger` is what the reader did to ask for it: it is done again once they listen. */
export async function start(root: Document, trigger?: Event): Promise<void> {
  started ??= wake(root).catch((error: unknown) => {
    started = undefined;
    tell(wordsOf(root.documentElement.dataset["lang"] ?? "en").loadFailed);
    throw error;
  });
  const again = trigger ? replay(trigger) : undefined;
  again?.(await started);
}

async function wake(root: Document): Promise<Awake> {
  const { lang = "en", notebook: manifest = "" } = root.documentElement.dataset;
  const words = wordsOf(lang);
  const library = new Library(JSON.parse(manifest) as Manifest);
  const store = openStore();
  store.onTrouble = (trouble) =>
    tell(
      {
        unavailable: words.storageUnavailable,
        full: words.storageFull,
        corrupt: words.storageCorrupt,
      }[trouble],
    );
  const sandbox = new Sandbox({ frameUrl: library.frame, runtime: library.runtime, words });
  const views = new Map<ModuleId, CellView>();
  const drawing = new Set<ModuleId>();
  const published = new Map<ModuleId, CellResult>();
  let output: OutputModule | undefined;
  let loading: Promise<OutputModule> | undefined;
  const notebook = new Notebook({ library, store, sandbox, changed: redraw, finished });

  for (const section of root.querySelectorAll<HTMLElement>(".cell[data-cell]")) {
    const id = section.dataset["cell"] ?? "";
    const view = new CellView(section, lang, {
      run: () => notebook.run(id, true),
      runAll,
      stop: () => notebook.stop(),
      reset: () => void resetCell(id),
      edit: (text) => notebook.edit(id, text),
      resetOther: (other) => void resetCell(other),
    });
    views.set(id, view);
    view.text = () => notebook.known.get(id)?.text ?? "";
  }
  await Promise.all([...views.keys()].map((id) => notebook.load(id)));
  notebook.settle();
  for (const id of notebook.known.keys()) draw(id);
  for (const [id, view] of views) {
    const known = notebook.known.get(id);
    if (!known || known.text === known.published.source) continue;
    await view.openEditor("start", false);
    if (store.outdated(id, known.published.source))
      outdatedNotice(view, words, { keep, take: revert });
  }
  root.addEventListener("click", (event) => {
    const action = event.target instanceof Element && event.target.closest("[data-chapter-action]");
    if (!(action instanceof HTMLElement)) return;
    if (action.dataset["chapterAction"] === "run-all") void runAll();
    if (action.dataset["chapterAction"] === "stop") notebook.stop();
    if (action.dataset["chapterAction"] === "reset") void resetChapter();
  });
  store.onOutside = (id) => {
    const text = store.edit(id)?.text ?? notebook.known.get(id)?.published.source;
    if (text !== undefined) void show(id, text);
  };
  dispatchEvent(new Event("humpty:awake"));
  restoreInputs();
  for (const sign of ["pointerover", "focusin"]) {
    root.addEventListener(sign, ({ target }) => {
      const id = target instanceof Element && target.closest(".cell-output") && cellOf(target);
      if (id) void enliven(id);
      else if (target instanceof Element && target.closest("[data-action], [data-chapter-action]"))
        void sandbox.warm();
    });
  }
  return { enliven, setInput: (id, name, value) => notebook.setInput(id, name, value) };

  /** What draws outputs, loaded when the first one is to be drawn. */
  function loadOutput(): Promise<OutputModule> {
    loading ??= import("./output.ts").then((module) => {
      output = module;
      return module;
    });
    return loading;
  }

  async function enliven(id: ModuleId): Promise<void> {
    const known = notebook.known.get(id);
    if (!known || known.result || published.has(id)) return;
    const [result] = await Promise.all([library.result(id), loadOutput()]);
    if (result) published.set(id, result);
    draw(id);
  }

  /** For whoever looks on from outside, such as a test: results as they came. */
  function finished(id: ModuleId, result: CellResult): void {
    root.dispatchEvent(new CustomEvent("humpty:result", { detail: { id, result } }));
  }

  function redraw(id: ModuleId): void {
    if (drawing.size === 0) requestAnimationFrame(drawAll);
    drawing.add(id);
  }

  function drawAll(): void {
    const ids = [...drawing];
    drawing.clear();
    for (const id of ids) draw(id);
  }

  function draw(id: ModuleId): void {
    const known = notebook.known.get(id);
    const view = views.get(id);
    if (!known) return;
    // A state and the result that it speaks of are shown together.
    if (!output && (known.result || known.running)) void loadOutput().then(() => redraw(id));
    if (!output && known.result) return;
    if (known.result) updateValues(root, id, known.result.values);
    view?.draw(look(id, known));
    drawOutput(id, known);
  }

  function drawOutput(id: ModuleId, known: Known): void {
    const place = views.get(id)?.output;
    const whole = known.result ?? published.get(id);
    const running = known.running?.outputs ?? [];
    const result =
      running.length > 0
        ? { ...empty, ...whole, error: undefined, log: [], outputs: running }
        : whole;
    if (!place || !result || !output) return;
    output.drawResult(place, result, {
      lang: lang === "zh" ? "zh" : "en",
      inputs: notebook.inputsOf(id),
      actions: {
        input: (name, value) => notebook.setInput(id, name, value),
        follow: (module, line) => void follow(module, line),
      },
    });
  }

  function look(id: ModuleId, known: Known): CellLook {
    const changes = notebook.staleBecause(id);
    const changed = known.text !== known.published.source;
    return {
      ...stateOf(id, known, changes, changed),
      changed,
      usesEdited: notebook.editedUnder(id),
      error: changes.length === 0 ? known.result?.error : undefined,
      progress: known.running?.progress,
    };
  }

  function stateOf(
    id: ModuleId,
    known: Known,
    changes: string[],
    changed: boolean,
  ): Pick<CellLook, "state" | "told"> {
    if (known.running) return { state: "running", told: words.running };
    if (notebook.isQueued(id)) return { state: "queued", told: words.queued };
    if (known.stopped) return { state: "stale", told: words.stopped };
    if (changes.includes(id)) return { state: "edited", told: words.edited };
    if (changes.length > 0) {
      const names = [...new Set(changes.map((one) => nameOf(one.split("?")[0] ?? one)))];
      const own = changes.every((one) => one.startsWith(`${id}?`));
      return {
        state: "stale",
        told: own ? words.staleInput : words.staleBecause(names.join(", ")),
      };
    }
    if (known.result?.error) return { state: "failed", told: words.failed };
    if (!known.result) return { state: "published", told: words.published };
    const ran = words.done(known.result.milliseconds);
    return { state: "done", told: changed ? `${words.yours}, ${ran}` : ran };
  }

  async function follow(module: ModuleId, line: number | undefined): Promise<void> {
    const view = views.get(module);
    if (!view) {
      const chapter = module.split("/")[0] ?? "";
      location.href = `${root.documentElement.dataset["base"] ?? "/"}${lang === "zh" ? "zh/" : ""}${chapter}/#${nameOf(module).replace(/\.ts$/, "")}`;
      return;
    }
    view.section.scrollIntoView({ block: "center" });
    const editor = await view.openEditor("start", true);
    if (line !== undefined)
      editor?.mark({ line, message: notebook.known.get(module)?.result?.error?.message ?? "" });
  }

  function runAll(): Promise<void> {
    return notebook.runAll([...views.keys()]);
  }

  async function show(id: ModuleId, text: string): Promise<void> {
    notebook.edit(id, text);
    await views.get(id)?.setText(text);
  }

  /** The book's text again; gives back what takes that back. */
  async function revert(id: ModuleId): Promise<() => void> {
    const known = notebook.known.get(id);
    const mine = known?.text ?? "";
    if (known) await show(id, known.published.source);
    views.get(id)?.section.querySelector(".cell-outdated")?.remove();
    notebook.run(id);
    return () => {
      void show(id, mine).then(() => notebook.run(id));
    };
  }

  function keep(id: ModuleId): void {
    const known = notebook.known.get(id);
    if (known) store.setEdit(id, known.text, known.published.source);
  }

  async function resetCell(id: ModuleId): Promise<void> {
    if (!(await ask(words.resetCell(nameOf(id)), words.reset, words.cancel))) return;
    const undo = await revert(id);
    tell(words.wasReset(nameOf(id)), { label: words.undo, run: undo });
  }

  async function resetChapter(): Promise<void> {
    const ids = [...views.keys()].filter((id) => {
      const known = notebook.known.get(id);
      return known && known.text !== known.published.source;
    });
    if (ids.length === 0) return tell(words.nothingToReset);
    if (!(await ask(words.resetChapter(ids.length), words.reset, words.cancel))) return;
    const undos = await Promise.all(ids.map(revert));
    tell(words.chapterWasReset, {
      label: words.undo,
      run: () => undos.forEach((undo) => void undo()),
    });
  }

  /** Controls keep the positions of the last visit: the book's own cheap cells are brought up to them. */
  function restoreInputs(): void {
    for (const id of views.keys()) {
      const changes = notebook.staleBecause(id);
      const onlyInputs = changes.length > 0 && changes.every((one) => one.includes("?"));
      if (onlyInputs && notebook.isCheap(id)) notebook.run(id);
    }
  }
}

const empty: CellResult = { outputs: [], log: [], values: {}, milliseconds: 0 };

type OutputModule = typeof import("./output.ts");

const cellOf = (element: Element): ModuleId | undefined =>
  element.closest<HTMLElement>(".cell")?.dataset["cell"];

/** What to do again of the event that came before the cells listened. */
function replay(trigger: Event): ((page: Awake) => unknown) | undefined {
  const target = trigger.target instanceof HTMLElement ? trigger.target : undefined;
  const id = target && cellOf(target);
  if (!target) return undefined;
  const button = target.closest<HTMLElement>("[data-action], [data-chapter-action]");
  if (trigger.type === "click" && button) return () => button.click();
  const code = target.closest<HTMLElement>("pre.code");
  if (code && trigger.type === "focusin")
    return () => code === document.activeElement && code.dispatchEvent(new FocusEvent("focus"));
  if (code && trigger instanceof PointerEvent && trigger.type === "pointerup") {
    const { clientX, clientY } = trigger;
    return () =>
      code.dispatchEvent(new PointerEvent("pointerup", { clientX, clientY, bubbles: true }));
  }
  if (trigger instanceof KeyboardEvent && (trigger.ctrlKey || trigger.metaKey))
    return () => target.dispatchEvent(new KeyboardEvent("keydown", trigger));
  if (!id || !target.closest(".cell-output")) return undefined;
  if (trigger.type === "input") {
    const name = target.closest("label")?.querySelector(".d-input-name")?.textContent;
    const value = settingOf(target);
    if (typeof name === "string" && value !== undefined)
      return (page) => page.setInput(id, name, value);
  }
  return async (page) => {
    await page.enliven(id);
    if (trigger.type === "click") target.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    if (trigger.type === "pointerover")
      target.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
  };
}

function settingOf(control: HTMLElement): number | string | boolean | undefined {
  if (control instanceof HTMLSelectElement) return control.value;
  if (!(control instanceof HTMLInputElement)) return undefined;
  if (control.type === "range") return control.valueAsNumber;
  return control.type === "checkbox" ? control.checked : control.value;
}
