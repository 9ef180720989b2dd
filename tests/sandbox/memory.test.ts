import { expect, it } from "vitest";
import { inEachEngine } from "./each-engine.ts";
import { cell } from "./served.ts";

const bombs = {
  "ever more numbers": "const all = []; for (;;) all.push(all.length);",
  "ever more typed arrays": "const all = []; for (;;) all.push(new Float32Array(5e7).fill(1));",
  "one huge typed array": "export default new Float32Array(3e9).fill(1);",
  "WebAssembly's memory":
    "const all = []; for (;;) { const m = new WebAssembly.Memory({ initial: 16384 }); new Uint8Array(m.buffer).fill(1); all.push(m); }",
  "ever more objects": "const all = []; for (let n = 0; ; n++) all.push({ n, text: 'x' + n });",
};

/**
 * WebKit ends the process of the whole page when small objects fill its memory: it has no other process for a sandboxed frame, and nothing
 * within the page can see it coming. Firefox collects garbage for minutes before it gives up; Stop ends that, as it ends everything.
 */
const beyond = (engine: string, bomb: string): boolean =>
  bomb === "ever more objects" && engine !== "chromium";

inEachEngine("memory", (place) => {
  for (const [bomb, code] of Object.entries(bombs)) {
    it.skipIf(beyond(place.name, bomb))(
      `${bomb}: an error under the cell, and the next run is fine`,
      async () => {
        const good = cell("good", "export const n = 1;");
        const bad = cell("bad", `import "./good.ts"; ${code}`);
        // On a busy machine, filling the memory may take minutes.
        const { ended, results } = await place.run([good, bad], 150_000);
        expect(ended).toBe("crashed");
        expect(results[good.id]?.values).toEqual({ n: 1 });
        expect(results[bad.id]?.error?.message).toContain("more memory than the page may take");
        const after = cell("after", `export { n } from "./good.ts";`);
        const next = await place.run([good, after]);
        expect(next.ended).toBe("done");
        expect(next.started).toEqual([good.id, after.id]);
        expect(next.results[after.id]?.values).toEqual({ n: 1 });
      },
      200_000,
    );
  }
});
