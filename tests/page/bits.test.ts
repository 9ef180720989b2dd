import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bakeBook } from "../../src/notebook/bake.ts";
import { availableEngines, openEngine } from "../engines/engine.ts";
import { serveSite } from "./site.ts";

/** A result as text in which any two different numbers differ, to the last bit; the order of fields does not count. */
function exact(result: object): string {
  return JSON.stringify({ ...result, milliseconds: 0 }, (_, value: unknown) => {
    if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
    if (ArrayBuffer.isView(value))
      return Array.from(value as Float32Array, (n) => (Object.is(n, -0) ? "-0" : String(n)));
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Runs all cells of the page that this is sent to. */
async function runAll(write: (result: object) => string): Promise<Record<string, string>> {
  const cells = document.querySelectorAll(".cell").length;
  const results: Record<string, string> = {};
  const all = new Promise<void>((resolve) => {
    document.addEventListener("humpty:result", (event) => {
      const { id, result } = (event as CustomEvent<{ id: string; result: object }>).detail;
      results[id] = write(result);
      if (Object.keys(results).length >= cells) resolve();
    });
  });
  const click = () => {
    // On a busy machine the page's script may come after the first press.
    if (Object.keys(results).length === 0)
      document.querySelector<HTMLElement>('[data-chapter-action="run-all"]')?.click();
  };
  click();
  const again = setInterval(click, 5_000);
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 90_000))]);
  clearInterval(again);
  return results;
}

describe("the page computes what the build computed, bit for bit", () => {
  let site: Awaited<ReturnType<typeof serveSite>>;
  const baked = new Map<string, string>();

  beforeAll(async () => {
    site = await serveSite();
    for (const { cells } of await bakeBook())
      for (const { id, result } of cells) baked.set(id, exact(result));
  });
  afterAll(() => site.close());

  it.each(availableEngines())(
    "in %s",
    async (name) => {
      const engine = await openEngine(name);
      try {
        await engine.open(`${site.url}03-attention/`);
        // As text: the page's policy forbids to make functions there.
        const found = await engine.evaluate<Record<string, string>, []>(`(${runAll})(${exact})`);
        expect(Object.keys(found).length).toBeGreaterThan(15);
        for (const [id, result] of Object.entries(found)) expect(result, id).toBe(baked.get(id));
        expect(Object.keys(found).sort()).toEqual([...baked.keys()].sort());
      } finally {
        await engine.close();
      }
    },
    150_000,
  );
});
