import { expect, it } from "vitest";
import { sonnets as read } from "../../src/model/index.ts";
import { inEachEngine } from "./each-engine.ts";
import type { Host } from "./host.ts";
import { cell } from "./served.ts";

declare const host: Host;

inEachEngine("runs", (place) => {
  it("run cells and those that they import, each once", async () => {
    const one = cell("one", "export const n = 1; export default n;");
    const two = cell("two", "import { n } from './one.ts'; export default n + 1;");
    const first = await place.run([one, two]);
    expect(first.ended).toBe("done");
    expect(first.started).toEqual([one.id, two.id]);
    expect(JSON.stringify(first.results[two.id]?.outputs)).toContain('"2"');
    // Nothing has changed: nothing runs.
    expect((await place.run([one, two])).started).toEqual([]);
    // Only what has another version runs, or what the reader asks for.
    const changed = { ...two, version: "changed" };
    expect((await place.run([one, changed])).started).toEqual([two.id]);
    expect((await place.run([one, { ...changed, fresh: true }])).started).toEqual([two.id]);
  });

  it("end a cell with what it has when asked to, and leave what uses it to be asked for anew", async () => {
    const long = cell(
      "long",
      `import { finishing, progress } from "@humpty/display";
      const signal = finishing();
      let step = 0;
      for (; !signal.aborted && step < 1e6; step++) await new Promise((then) => setTimeout(then));
      progress(step, 1e6);
      export { step };`,
    );
    const user = cell("user", "import { step } from './long.ts'; export const twice = 2 * step;");
    const first = await place.engine.evaluate(
      (modules: (typeof long)[], id: string) => {
        const asks = setInterval(() => host.finish(id), 20);
        return host.run(modules).finally(() => clearInterval(asks));
      },
      [long, user],
      long.id,
    );
    const { early, values = {} } = first.results[long.id] ?? {};
    expect(early).toBe(values["step"]);
    expect(early).toBeLessThan(1e6);
    expect(first).toMatchObject({ ended: "done", started: [long.id] });
    // The page knows by now how far it came.
    const known = [{ ...long, early }, user];
    const second = await place.run(known);
    expect(second.started).toEqual([user.id]);
    expect(second.results[user.id]?.values["twice"]).toBe(2 * Number(early));
    // In a new worker it ends at once, as it did before, where it keeps what it has.
    await place.choose({});
    const third = await place.run([{ ...long, early: 0 }, user]);
    expect(third.started).toEqual([long.id, user.id]);
    expect(third.results[long.id]?.early).toBe(0);
  });

  it("get the data that the model package imports when asked for, and an error when it cannot be had", async () => {
    const sonnets = cell(
      "sonnets",
      `import { sonnets } from "@humpty/model";
      const text = await sonnets();
      export const length = text.length;
      export const again = (await sonnets()).length;`,
    );
    const other = cell("other", `await globalThis[Symbol.for("humpty.data")]("../secret");`);
    const { results } = await place.run([sonnets, other]);
    expect(results[sonnets.id]?.error).toBeUndefined();
    const { length, again } = results[sonnets.id]?.values ?? {};
    expect(length).toBe((await read()).length);
    expect(again).toBe(length);
    expect(results[other.id]?.error?.message).toContain("../secret could not be loaded");
  });

  it("hand out as many bytes as files may have, once, and names and sums at once", async () => {
    const large = cell(
      "large",
      `import { files, show } from "@humpty/display";
      const bytes = new Uint8Array(48e6 - 3).fill(7);
      show("at once");
      export default files({ "large.bin": bytes, "small.txt": "end" });`,
    );
    const [ended, shown, result] = await place.engine.evaluate(async (module: typeof large) => {
      const told = await host.run([module]);
      const sizes = (display: object | undefined) =>
        (display && "files" in display ? (display.files as { bytes?: Uint8Array }[]) : []).map(
          ({ bytes }) => bytes?.length ?? 0,
        );
      const last = told.results[module.id]?.outputs.at(-1)?.display;
      return [told.ended, sizes(told.shown[""]?.display), sizes(last)] as const;
    }, large);
    expect(ended).toBe("done");
    expect(shown).toEqual([0, 0]);
    expect(result).toEqual([48e6 - 3, 3]);
  }, 120_000);

  it("find what they kept when they last ran from the same texts, and hear where there was no room", async () => {
    const keeps = cell(
      "keeps",
      `import { keep, kept } from "@humpty/display";
      const before = await kept("count");
      const count = new Uint8Array(Uint8Array.of(9, (before?.[0] ?? 0) + 1, 9).buffer, 1, 1);
      await keep("count", count);
      export const now = count[0];
      export const length = before?.length ?? 0;
      export const refused = await keep("large", new Uint8Array(2e6)).catch((e) => e.message);`,
    );
    const run = async (module: typeof keeps) => {
      const { results } = await place.run([{ ...module, fresh: true }]);
      expect(results[module.id]?.error).toBeUndefined();
      return results[module.id]?.values;
    };
    expect(await run(keeps)).toMatchObject({ now: 1, length: 0 });
    expect(await run(keeps)).toMatchObject({ now: 2, length: 1 });
    expect(await run(keeps)).toMatchObject({ refused: "no room for a million bytes" });
    // Another version has nothing yet, and the first finds its own again.
    expect(await run({ ...keeps, version: "edited" })).toMatchObject({ now: 1 });
    expect(await run(keeps)).toMatchObject({ now: 4 });
  });

  it("wait for each other", async () => {
    const [one, two] = [cell("one", "export default 1"), cell("two", "export default 2")];
    const both = await place.engine.evaluate(
      (...cells: Parameters<Host["run"]>[0]) =>
        Promise.all(cells.map((each) => host.run([each]).then(({ ended }) => ended))),
      one,
      two,
    );
    expect(both).toEqual(["done", "done"]);
  });

  it("give an error its place in the reader's code, and what imports the cell the same error", async () => {
    const one = cell("one", "export const n = 1;\n\nnull.x;");
    const two = cell("two", "import './one.ts';");
    const { results } = await place.run([one, two]);
    expect(results[one.id]?.error).toMatchObject({ module: one.id, line: 3 });
    expect(results[two.id]?.error).toMatchObject({ module: one.id, line: 3 });
    // It is tried again when asked for again.
    expect((await place.run([one, two])).started).toEqual([one.id, two.id]);
  });

  it("stop at once, even in an endless loop; what was had before stays, and is built again for the next", async () => {
    const one = cell("one", "export const n = 1; export default n;");
    const loop = cell("loop", "import { n } from './one.ts'; while (n) {}");
    const times: number[] = [];
    for (let i = 0; i < 3; i++) {
      const run = place.run([one, { ...loop, version: `loop ${i}` }]);
      // Long enough for the first to end and the loop to begin, on a busy machine too.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      times.push(await place.engine.evaluate(() => host.stopped()));
      const { ended, results } = await run;
      expect(ended).toBe("stopped");
      expect(Object.keys(results)).toEqual([one.id]);
    }
    // How fast is measured elsewhere; here, that it does not wait for the loop.
    expect(Math.min(...times)).toBeLessThan(2_000);
    const two = cell("two", "import { n } from './one.ts'; export default n + 1;");
    const after = await place.run([one, two]);
    expect(after.ended).toBe("done");
    expect(after.started).toEqual([one.id, two.id]);
  });

  it("show what a loop shows while it loops, at a pace that a page can follow", async () => {
    const busy = `import { show, progress } from "@humpty/display";
      const end = performance.now() + 1500;
      let i = 0;
      while (performance.now() < end) { show(i++, "count"); progress(i, 1e9); }
      export const times = i;`;
    const told = await place.run([cell("busy", busy)]);
    const { times } = told.results["01-test/cells/busy.ts"]?.values ?? {};
    expect(times).toBeGreaterThan(1000);
    expect(told.shows).toBeGreaterThan(8);
    expect(told.shows).toBeLessThan(60);
    expect(told.progress).toBeGreaterThan(8);
    expect(told.longest).toBeLessThan(500);
  });

  it("leave nothing behind for other cells", async () => {
    const bad =
      "Array.prototype.map = () => [6]; Object.prototype.x = 1; Promise.prototype.then = null; globalThis.y = 2;";
    await place.run([cell("bad", bad)], 500);
    const good = "export const left = [[1].map((n) => n)[0], {}.x, typeof y].join();";
    const { results } = await place.run([cell("good", good)]);
    expect(results["01-test/cells/good.ts"]?.values["left"]).toBe("1,,undefined");
  });

  it("end with an error when the place for them cannot be loaded, and start when it can", async () => {
    await place.choose({ worker: "404" });
    const failing = place.engine.evaluate(
      (one) => host.run([one]),
      cell("one", "export default 1"),
    );
    await expect(failing).rejects.toThrow("no worker");
  });
});
