import { describe, expect, it } from "vitest";
import { bakeBook } from "../../../src/notebook/bake.ts";
import { discover } from "../../../src/notebook/book.ts";
import { order } from "../../../src/notebook/graph.ts";
import type { ModuleId } from "../../../src/notebook/types.ts";
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

/** Runs cells of the page that this is sent to, and waits until these have a result. */
async function runEach(
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
  const press = () => {
    for (const id of ids) {
      const cell = document.querySelector<HTMLElement>(`.cell[data-cell="${id}"]`);
      if (!(id in results) && !/^(?:queued|running)$/.test(cell?.dataset["state"] ?? ""))
        cell?.querySelector<HTMLElement>('[data-action="run"]')?.click();
    }
  };
  press();
  // On a busy machine the page's script may come after the first press.
  const again = setInterval(press, 5_000);
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 150_000))]);
  clearInterval(again);
  return results;
}

/** Cells that tell how fast the machine is: they must run, and are not compared. */
const clocks = ["10-together/cells/clock.ts"];

/** The book as the build has it: all results, and the cells of each chapter's page that can be run here. */
async function baked() {
  const book = await bakeBook();
  const cells = new Map(book.flatMap((chapter) => chapter.cells).map((cell) => [cell.id, cell]));
  const every = process.env["BITS"] === "every";
  // A long training is the same steps once more.
  const isShort = (id: ModuleId) =>
    order(cells, id).every((one) => (cells.get(one)?.result.milliseconds ?? 0) < 1000);
  return {
    results: new Map([...cells].map(([id, { result }]) => [id, exact(result)])),
    shown: (slug: string): ModuleId[] =>
      [...cells.keys()].filter(
        (id) => id.startsWith(`${slug}/`) && !id.endsWith("/solution.ts") && (every || isShort(id)),
      ),
  };
}

const chapters = discover("chapters").map(({ slug }) => slug);

/** The test of an engine, which has a file of its own: two of them can be busy at once. `BITS=every` leaves nothing out. */
export const bitsIn = (name: EngineName, some = chapters) =>
  describe.runIf(availableEngines().includes(name))(
    `in ${name} the page computes what the build computed, bit for bit`,
    () => {
      const site = bookInEngine(name);
      const book = baked();

      it.each(process.env["BITS"] === "every" ? chapters : some)(
        "%s",
        async (slug) => {
          const { results, shown } = await book;
          const ids = shown(slug);
          await site.open(`${slug}/`);
          // As text: the page's policy forbids to make functions there.
          const found = await site.engine.evaluate<Record<string, string>, []>(
            `(${runEach})(${exact}, ${JSON.stringify(ids)})`,
          );
          expect(ids.length).toBeGreaterThan(5);
          expect(Object.keys(found)).toEqual(expect.arrayContaining(ids));
          // What they import runs as well, and is compared.
          for (const [id, result] of Object.entries(found))
            if (!clocks.includes(id)) expect(result, id).toBe(results.get(id));
        },
        200_000,
      );
    },
  );
