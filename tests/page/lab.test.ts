import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { after1000 } from "../../chapters/10-together/cells/measured.ts";
import { bookInChromium } from "./acts.ts";

/** The last chapter's laboratory: what each ingredient is worth. */

const site = bookInChromium();

const onPage = (act: (page: Page) => Promise<void>) => site.onPage("10-together/", act);

const box = (page: Page, name: string) =>
  page.locator("#without").getByLabel(name, { exact: true });
const stateOf = (page: Page) => page.locator("#ablate").getAttribute("data-state");
const said = (page: Page) => page.locator("#without .cell-output").innerText();

it(
  "ticks a box that is the first thing that a reader touches, and no chart has too many lines",
  () =>
    onPage(async (page) => {
      await box(page, "dropout").click();
      await expect
        .poll(() => said(page), { timeout: 30_000 })
        .toContain("3 trainings of 1000 steps");
      expect(await box(page, "dropout").isChecked()).toBe(true);
      for (const name of ["attention", "positions", "subwords", "normalization"])
        await box(page, name).check();
      await expect.poll(() => said(page)).toContain("untick some");
      await box(page, "subwords").uncheck();
      await expect.poll(() => said(page)).toContain("6 trainings of 1000 steps");
    }),
  60_000,
);

it(
  "makes a row of the book's table again, beside all nine, and comes to the same number",
  () =>
    onPage(async (page) => {
      await box(page, "attention").check();
      await box(page, "residual connections").uncheck();
      // It takes long: it waits to be run.
      await expect.poll(() => stateOf(page), { timeout: 30_000 }).toBe("stale");
      await expect.poll(() => said(page)).toContain("2 trainings");
      await page.locator('#ablate [data-action="run"]').click();
      const chart = page.locator("#ablate .d-line");
      await expect
        .poll(() => chart.innerText(), { timeout: 60_000 })
        .toContain("without attention");
      expect(await page.locator("#ablate").getAttribute("data-state")).toBe("running");
      await expect
        .poll(() => page.locator("#ablate").getAttribute("data-state"), { timeout: 120_000 })
        .toBe("done");
      const rows = await page.locator("#ablate .d-table").nth(0).locator("tbody tr").all();
      const cells = await Promise.all(rows.map((row) => row.locator("td").allInnerTexts()));
      const { nothing, attention } = after1000;
      const cost = (attention[0] - nothing[0]).toFixed(3);
      expect(cells).toEqual([
        ["nothing", "1", String(nothing[0]), "0", String(nothing[0]), "1.87 to 2.00"],
        [
          ...["attention", "1", String(attention[0]), expect.stringContaining(cost.slice(0, 4))],
          ...[String(attention[0]), "1.89 to 1.89"],
        ],
      ]);
      expect(await page.locator("#ablate .d-table").nth(1).innerText()).toMatch(
        /Shall I .+\n.*Shall I /,
      );
    }),
  200_000,
);
