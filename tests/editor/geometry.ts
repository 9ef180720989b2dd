import { expect } from "vitest";

export interface Geometry {
  /** Of the code's place, its next neighbor and the page. */
  height: number;
  next: number;
  page: number;
  /** How far the code can be scrolled sideways, and is. */
  wide: number;
  scrolled: number;
  /** By line number: its top and its first glyph's left and width; lines far from the window are not drawn. */
  lines: Record<number, { top: number; left: number; width: number; number: string }>;
}

/** Where all of a cell's code stands, static or in the editor. */
export function geometry(id: string): Geometry {
  const code = document.querySelector(`#${id} .cell-code`);
  if (!code) throw new Error(`there is no cell ${id}`);
  const root = code.querySelector(".cell-editor")?.shadowRoot;
  const scroller = root?.querySelector(".cm-scroller") ?? code.querySelector("pre");
  const box = code.getBoundingClientRect();
  const lines: Geometry["lines"] = {};
  for (const line of (root ?? code).querySelectorAll(root ? ".cm-line" : ".line")) {
    const { top } = line.getBoundingClientRect();
    const text = document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode();
    const glyph = document.createRange();
    if (text) {
      glyph.setStart(text, 0);
      glyph.setEnd(text, 1);
    }
    const { left, width } = glyph.getBoundingClientRect();
    const number = Math.round((top - box.top - 14) / line.getBoundingClientRect().height) + 1;
    lines[number] = { top, left, width, number: line.textContent ?? "" };
  }
  return {
    height: box.height,
    next: document.querySelector(`#${id} .cell-output`)?.getBoundingClientRect().top ?? 0,
    page: document.documentElement.scrollHeight,
    wide: scroller?.scrollWidth ?? 0,
    scrolled: scroller?.scrollLeft ?? 0,
    lines,
  };
}

/** Expects that no line, nor anything around the code, moved by more than a pixel. */
export function expectSame(now: Geometry, before: Geometry): void {
  for (const size of ["height", "next", "page", "wide", "scrolled"] as const)
    expect(Math.abs(now[size] - before[size]), size).toBeLessThanOrEqual(1);
  expect(Object.keys(now.lines).length).toBeGreaterThan(0);
  for (const [number, line] of Object.entries(now.lines)) {
    const was = before.lines[Number(number)];
    expect(line.number, `text of line ${number}`).toBe(was?.number);
    for (const side of ["top", "left", "width"] as const) {
      const moved = Math.abs(line[side] - (was?.[side] ?? Number.NaN));
      expect(moved, `${side} of line ${number}`).toBeLessThanOrEqual(1);
    }
  }
}
