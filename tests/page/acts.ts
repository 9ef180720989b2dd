import type { Page } from "playwright-core";
import { expect } from "vitest";

// What a reader does with a cell, and what it tells them.

export const state = (page: Page, id: string) => page.locator(`#${id}`).getAttribute("data-state");
export const told = (page: Page, id: string) => page.locator(`#${id} .cell-state`).textContent();
export const button = (page: Page, id: string, action: string) =>
  page.locator(`#${id} [data-action="${action}"]`);

export async function until(
  page: Page,
  id: string,
  wanted: string,
  patience = 15_000,
): Promise<void> {
  await expect.poll(() => state(page, id), { timeout: patience }).toBe(wanted);
}

/** Replaces a cell's text, as a reader would: a tap into the code, select all, type. */
export async function write(page: Page, id: string, text: string): Promise<void> {
  await page.locator(`#${id} .cell-code`).click({ position: { x: 120, y: 25 } });
  await page.locator(`#${id} .cm-content`).waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}
