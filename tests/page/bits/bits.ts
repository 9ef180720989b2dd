import { describe, expect, it } from "vitest";
import { bakeChapter } from "../../../src/notebook/bake.ts";
import { discover } from "../../../src/notebook/book.ts";
import { availableEngines, type EngineName } from "../../engines/engine.ts";
import { bookInEngine } from "../reader.ts";

/** A result as text in which any two different numbers differ, to the last bit; the order of fields does not count. */
function exact(result: object): string {
  return JSON.stringify({ ...result, milliseconds: 0 }, (_, value: unknown) => {
    if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
    if (ArrayBuffer.isView(value))
      return Array.from(value as Float32Array, (n) => (Object.is(n, -0) ? "-0" : String(n)));
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    // Files have their bytes on the page alone: the sum stands for them.
    const fields = Object.entries(value).filter(([key]) => key !== "bytes" || !("sum" in value));
    return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Runs all cells of the page that this is sent to, and waits until these have a result. */
async function runAll(
  write: (result: object) => string,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const results: Record<string, string> = {};
  const all = new Promise<void>((resolve) => {
    document.addEventListener("humpty:result", (event) => {
      const { id, result } = (event as CustomEvent<{ id: string; result: object }>).detail;
      results[id] = write(result);
      if (ids.every((one) => one in results)) resolve();
    });
  });
  const click = () => {
    // On a busy machine the page's script may come after the first press.
    if (Object.keys(results).length === 0)
      document.querySelector<HTMLElement>('[data-chapter-action="run-all"]')?.click();
  };
  click();
  const again = setInterval(click, 5_000);
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 150_000))]);
  clearInterval(again);
  return results;
}

/** Cells that tell how fast the machine is: they must run, and are not compared. */
const clocks = ["10-together/cells/clock.ts"];

/** The cells of a chapter with the results that the build has. */
async function bakedOf(slug: string): Promise<Map<string, string>> {
  const { cells } = await bakeChapter(slug);
  return new Map(cells.map(({ id, result }) => [id, exact(result)]));
}

/** The test of an engine, which has a file of its own: two of them can be busy at once. */
export const bitsIn = (name: EngineName) =>
  describe.runIf(availableEngines().includes(name))(
    `in ${name} the page computes what the build computed, bit for bit`,
    () => {
      const site = bookInEngine(name);

      it.each(discover("chapters").map(({ slug }) => slug))(
        "%s",
        async (slug) => {
          const baked = await bakedOf(slug);
          // Solutions are on no page: where a cell imports one, it runs with the cell.
          const shown = [...baked.keys()].filter((id) => !id.endsWith("/solution.ts"));
          await site.open(`${slug}/`);
          // As text: the page's policy forbids to make functions there.
          const found = await site.engine.evaluate<Record<string, string>, []>(
            `(${runAll})(${exact}, ${JSON.stringify(shown)})`,
          );
          expect(shown.length).toBeGreaterThan(5);
          expect(Object.keys(found)).toEqual(expect.arrayContaining(shown));
          for (const [id, result] of Object.entries(found)) {
            if (clocks.includes(id)) continue;
            // A cell of another chapter, which one of this page imports, runs here as well.
            const [home = slug] = id.split("/");
            const there = baked.has(id) ? baked : await bakedOf(home);
            expect(result, id).toBe(there.get(id));
          }
        },
        200_000,
      );
    },
  );
