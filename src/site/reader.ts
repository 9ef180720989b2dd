/** What a reading visit loads: the theme, contents that follow, a language switch that keeps the place, and the call for the notebook. */

import { holdsShared } from "../notebook/carry/hash.ts";
import { drawProgress, note, progressOf } from "./progress.ts";

const root = document.documentElement;

const theme = document.querySelector<HTMLSelectElement>("[data-theme-choice]");
if (theme) theme.value = root.dataset["theme"] ?? "";
theme?.addEventListener("change", () => {
  if (theme.value === "") delete root.dataset["theme"];
  else root.dataset["theme"] = theme.value;
  try {
    localStorage.setItem("humpty:theme", theme.value);
  } catch {
    // A private window: the choice lasts for this page.
  }
});

/** The slug of the page's chapter. */
const chapter = document.querySelector<HTMLElement>("[data-chapter]")?.dataset["chapter"] ?? "";
const contents = document.querySelectorAll<HTMLAnchorElement>(".contents a");
const fold = document.querySelector<HTMLDetailsElement>(".contents-fold");
const told = document.querySelector(".contents-now");

/** The contents stand open beside the text, and fold away above it. */
const wide = matchMedia("(min-width: 70rem)");
function foldContents(): void {
  if (fold) fold.open = wide.matches;
}
// Not earlier: to ask for the width is to lay out.
addEventListener("load", foldContents);
wide.addEventListener("change", foldContents);
fold?.addEventListener("click", ({ target }) => {
  if (
    target instanceof Element &&
    target.closest("a, .cell-map button, [data-chapter-action='run-all']")
  )
    foldContents();
});

/** The last of these that begins above the middle of the window. */
function reached(selector: string): HTMLElement | undefined {
  let last: HTMLElement | undefined;
  for (const element of document.querySelectorAll<HTMLElement>(selector)) {
    if (element.getBoundingClientRect().top > innerHeight * 0.4) break;
    last = element;
  }
  return last;
}

function showProgress(): void {
  drawProgress();
  const { read } = progressOf(chapter);
  for (const link of contents) {
    const done = link.querySelector<HTMLElement>(".read");
    if (done) done.hidden = !read.includes(link.hash.slice(1));
  }
}
showProgress();
for (const sign of ["humpty:progress", "storage", "pageshow"]) addEventListener(sign, showProgress);

/** A section counts as read where its end is in view while the reader rests, and not in flying past. */
function noteRead(): void {
  for (const part of document.querySelectorAll<HTMLElement>(".part")) {
    const { bottom } = part.getBoundingClientRect();
    if (bottom > 0 && bottom <= innerHeight) note(chapter, "read", part.dataset["anchor"] ?? "");
  }
}

let waiting = false;
let resting: ReturnType<typeof setTimeout> | undefined;
function followScroll(): void {
  waiting = false;
  const part = reached(".part");
  const now = `#${part?.dataset["anchor"]}`;
  clearTimeout(resting);
  resting = setTimeout(noteRead, 2000);
  for (const link of contents) {
    if (link.hash !== now) link.removeAttribute("aria-current");
    else if (!link.hasAttribute("aria-current")) {
      link.setAttribute("aria-current", "true");
      if (told) told.textContent = link.firstChild?.textContent ?? "";
    }
  }
}
// Not before the first scroll: to measure is to lay out, and a page that loads has enough to do.
addEventListener(
  "scroll",
  () => {
    if (waiting || contents.length === 0) return;
    waiting = true;
    requestAnimationFrame(followScroll);
  },
  { passive: true },
);

document.querySelector<HTMLAnchorElement>("[data-language]")?.addEventListener("click", (event) => {
  const link = event.currentTarget;
  const place = scrollY > 200 ? reached(".prose :is(h2, h3)[id], .cell[id]")?.id : undefined;
  if (link instanceof HTMLAnchorElement) link.hash = place ?? "";
});

/** Cells far off have only estimated heights: an anchor is gone to again until it stays where it is. */
function meetAnchor(): void {
  if (holdsShared(location.hash)) {
    wake();
    return;
  }
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let frames = 10;
  const step = (): void => {
    target?.scrollIntoView();
    if (--frames > 0) requestAnimationFrame(step);
  };
  if (target) step();
}
addEventListener("hashchange", meetAnchor);
// A reload goes back to where the reader was, anchor or not.
const [visit] = performance.getEntriesByType("navigation");
if (visit instanceof PerformanceNavigationTiming && visit.type === "navigate")
  addEventListener("load", meetAnchor);

// The notebook loads when a reader turns to a cell, and what the reader did then is done again by it.
const signs = [
  "pointerdown",
  "pointerup",
  "click",
  "focusin",
  "input",
  "keydown",
  "pointerover",
] as const;
const cells = ".cell, [data-chapter-action]";

function wake(event?: Event): void {
  const within = event?.target instanceof Element && event.target.closest(cells);
  if (event && !within && !isPageKey(event)) return;
  if (event instanceof KeyboardEvent && event.key !== "Enter" && !isPageKey(event)) return;
  // A finger on a cell may only mean to scroll: it asks with what follows, a tap.
  if (isTouch(event) && (event.type === "pointerdown" || event.type === "pointerover")) return;
  // Wanted as soon as the rest is there: both come at a time.
  if (event?.type === "focusin" && within && document.activeElement?.matches("pre.code"))
    import("../notebook/editor/editor.ts").catch(() => undefined);
  void import("../notebook/page/index.ts").then(
    ({ start }) => {
      lost?.remove();
      return start(document, event);
    },
    () => event?.type.startsWith("pointer") || tellLost(),
  );
  if (event?.type === "pointerover") stop("pointerover");
  // Whatever else the reader does before the cells listen is passed on as well: start() tells when that is over.
}

let lost: HTMLElement | undefined;

/** Without the network nothing else is there to say so. */
function tellLost(): void {
  const notices = document.querySelector<HTMLElement>(".notebook-notices");
  lost ??= document.createElement("div");
  lost.className = "notebook-notice";
  lost.textContent = notices?.dataset["lost"] ?? "";
  notices?.append(lost);
}

/** Keys that work wherever the reader is, but where they write. */
const isPageKey = (event: Event): boolean =>
  event instanceof KeyboardEvent &&
  /^[?jk]$/.test(event.key) &&
  !(event.ctrlKey || event.metaKey || event.altKey) &&
  !(event.target instanceof Element && event.target.closest("input, textarea, select")) &&
  document.querySelector(".cell") !== null;

const isTouch = (event?: Event): event is PointerEvent =>
  event instanceof PointerEvent && event.pointerType === "touch";

function stop(sign: (typeof signs)[number]): void {
  document.removeEventListener(sign, wake, true);
}

for (const sign of signs) document.addEventListener(sign, wake, true);
addEventListener("humpty:awake", () => signs.forEach(stop));

// What a reader takes along and brings back is loaded when they turn to it.
for (const sign of ["click", "change"]) {
  document.querySelector(".copy")?.addEventListener(sign, ({ target }) => {
    const what = target instanceof HTMLElement ? target.dataset["copy"] : undefined;
    if (!(target instanceof HTMLElement) || !what || (what === "import") !== (sign === "change"))
      return;
    void import("../notebook/carry/copy.ts").then(({ act }) => act(what, target), tellLost);
  });
}

/** A page with saved edits or moved controls shows them at once. */
function hasSaved(): boolean {
  try {
    return [...document.querySelectorAll<HTMLElement>(".cell")].some(
      ({ dataset }) =>
        localStorage.getItem(`humpty:edit:${dataset["cell"]}`) !== null ||
        localStorage.getItem(`humpty:inputs:${dataset["cell"]}`) !== null ||
        localStorage.getItem(`humpty:reached:${dataset["cell"]}`) !== null ||
        localStorage.getItem(`humpty:files:${dataset["cell"]}`) !== null,
    );
  } catch {
    return false;
  }
}
if (hasSaved() || holdsShared(location.hash)) wake();
