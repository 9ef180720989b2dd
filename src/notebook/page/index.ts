import { note } from "../../site/progress.ts";
import { holdsShared } from "../carry/hash.ts";
import { Past } from "../past/past.ts";
import { Sandbox } from "../sandbox/sandbox.ts";
import { openStore } from "../store.ts";
import type { CellResult, ModuleId } from "../types.ts";
import type { InputValue } from "../version.ts";
import { Announcer } from "./announcer.ts";
import { CellView } from "./cell-view.ts";
import { Chapter } from "./chapter.ts";
import { Frames } from "./frames.ts";
import { follow, goTo } from "./going.ts";
import { keeping } from "./keeping.ts";
import { listenToKeys } from "./keyboard.ts";
import { Library, type Manifest } from "./library.ts";
import { lookOf } from "./look.ts";
import { Notebook } from "./notebook.ts";
import { tell, tellLost } from "./notice.ts";
import { Outputs } from "./outputs.ts";
import type { Page } from "./page.ts";
import { PageTypes } from "./page-types.ts";
import { type Awake, cellOf, replay } from "./replay.ts";
import { Resets } from "./resets.ts";
import { RunBar } from "./run-bar.ts";
import { Sources } from "./sources.ts";
import { updateValues } from "./values.ts";
import { wordsOf } from "./words.ts";

// Most of what a reader asks for is loaded when they do.
addEventListener("vite:preloadError", tellLost);

let started: Promise<Awake> | undefined;

/** Wakes the cells of a page. `trigger` is what the reader did to ask for it: it is done again once they listen. */
export async function start(root: Document, trigger?: Event): Promise<void> {
  started ??= wake(root).catch((error: unknown) => {
    started = undefined;
    tellLost();
    throw error;
  });
  const again = trigger ? replay(trigger) : undefined;
  again?.(await started);
}

async function wake(root: Document): Promise<Awake> {
  const { notebook: manifest = "", base = "/" } = root.documentElement.dataset;
  const lang = root.documentElement.dataset["lang"] === "zh" ? "zh" : "en";
  const words = await wordsOf(lang);
  const library = new Library(JSON.parse(manifest) as Manifest);
  const store = openStore();
  store.onTrouble = (trouble) => tell(words.storage[trouble]);
  const sources = new Sources(library, store);
  const kept = keeping({ store, sources, library, words });
  const sandbox = new Sandbox({
    frameUrl: library.frame,
    runtime: library.runtime,
    data: library.data,
    words,
    keeper: kept.keeper,
  });
  const views = new Map<ModuleId, CellView>();
  const past = new Past({ lang, sources, views });
  const bar = new RunBar(words, {
    goTo: (id) => goTo(page, id),
    stop: () => notebook.stop(),
  });
  const announcer = new Announcer(words, (id) => views.get(id)?.output);
  const frames = new Frames<ModuleId>((ids) => {
    for (const id of ids) draw(id);
    chapter.draw();
  });
  const changed = (id: ModuleId) => frames.changed(id);
  const notebook = new Notebook({
    ...{ library, sources, sandbox, changed, finished },
    moved: (queue) => bar.draw(queue),
    ran: (id, text, end, milliseconds) => past.ran(id, text, end, milliseconds),
  });
  const outputs = new Outputs({
    lang,
    library,
    notebook,
    sources,
    setInput,
    follow: (id, line) => follow(page, id, line),
    changed,
  });
  const resets = new Resets({ words, sources, notebook, views, past });
  const page: Page = {
    chapter: root.querySelector<HTMLElement>("[data-chapter]")?.dataset["chapter"],
    ...{ root, lang, base, words, library, store, sources, notebook, views, resets, past },
  };
  const chapter = new Chapter(page);
  const types = new PageTypes(page);

  const sections = [...root.querySelectorAll<HTMLElement>(".cell[data-cell]")];
  await Promise.all(sections.map(({ dataset }) => notebook.load(dataset["cell"] ?? "")));
  await kept.restoreFiles();
  // Not earlier: a press of Run must find the reader's texts and files.
  for (const section of sections) {
    const id = section.dataset["cell"] ?? "";
    const view = new CellView(section, page, {
      text: () => sources.get(id).text,
      run: () => {
        announcer.ask(id);
        void notebook.run([id], true);
      },
      runAll: () => void chapter.runAll(),
      stop: () => notebook.stop(),
      finish: () => notebook.finish(id),
      reset: (other) => void resets.cell(other),
      compare: async () => (await import("../past/compare.ts")).toggleCompare(page, id),
      more: async (button) => (await import("./tools.ts")).openCellMenu(button, page, id),
      past: () => past.undo(id),
      edit(text) {
        past.edited(id, text);
        notebook.edit(id, text);
        types.edited(id);
      },
      types: types.of(id),
    });
    views.set(id, view);
  }
  for (const id of views.keys()) draw(id);
  await restore();
  const awake: Awake = {
    enliven: (id) => outputs.enliven(id),
    setInput,
  };
  listen(awake);
  return awake;

  function setInput(id: ModuleId, name: string, value: InputValue | undefined): void {
    const before = sources.inputs(id)[name];
    announcer.ask(id);
    notebook.setInput(id, name, value);
    if (value instanceof File || before instanceof File) void kept.keepFile(id, name, value);
  }

  /** Brings back what the reader left: edits in their editors, and controls, whose cheap cells follow them. */
  async function restore(): Promise<void> {
    for (const [id, view] of views) {
      if (!sources.isEdited(id)) continue;
      await view.openEditor();
      if (!store.outdated(id, sources.get(id).published.source)) continue;
      (await import("../past/newer.ts")).showNewer(page, id);
    }
    const moved = [...views.keys()].filter((id) => {
      const now = notebook.status(id);
      return now.state === "stale" && now.because.every(({ input }) => input !== undefined);
    });
    void notebook.run(moved.filter((id) => notebook.isCheap(id)));
  }

  function listen(awake: Awake): void {
    // A control may be moved before its output has come alive.
    root.addEventListener("input", (event) => {
      const id = event.target instanceof Element ? cellOf(event.target) : undefined;
      if (id && !outputs.isLive(id)) replay(event)?.(awake);
    });
    root.addEventListener("click", ({ target }) => {
      const button =
        target instanceof Element ? target.closest<HTMLElement>("[data-chapter-action]") : null;
      if (button) chapter.press(button);
    });
    for (const sign of ["pointerover", "focusin"]) {
      root.addEventListener(sign, ({ target }) => {
        if (!(target instanceof Element)) return;
        const id = target.closest(".cell-output") && cellOf(target);
        if (id) void outputs.enliven(id);
        else if (target.closest("[data-action], [data-chapter-action]")) void sandbox.warm();
      });
    }
    listenToKeys(page);
    addEventListener("hashchange", meetShared);
    void meetShared();
    store.onOutside = (id) => void resets.showSaved(id);
    store.onOverwrite = (id, { text }) => past.overwritten(id, text);
    dispatchEvent(new Event("humpty:awake"));
  }

  /** Edits that a link brought along. */
  async function meetShared(): Promise<void> {
    const { hash } = location;
    if (holdsShared(hash)) (await import("../carry/preview.ts")).openShared(page, hash);
  }

  /** For whoever looks on from outside, such as a test: results as they came. */
  function finished(id: ModuleId, result: CellResult): void {
    root.dispatchEvent(new CustomEvent("humpty:result", { detail: { id, result } }));
    updateValues(root, id, result.values);
    announcer.finished(id, result);
    const anchor = views.get(id)?.section.id;
    if (anchor === undefined || result.error) return;
    note(id.split("/")[0] ?? "", "ran", anchor);
    if (result.verdict?.solved) note(id.split("/")[0] ?? "", "solved", anchor);
  }

  function waits(id: ModuleId) {
    return kept.waits(id, () => notebook.version(id));
  }

  /** A state and the result that it speaks of are shown together. */
  function draw(id: ModuleId): void {
    const view = views.get(id);
    if (view && outputs.draw(id, view.output)) view.draw(lookOf(page, id, waits));
  }
}
