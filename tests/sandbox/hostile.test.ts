import { expect, it } from "vitest";
import { inEachEngine } from "./each-engine.ts";
import { cell } from "./served.ts";

/** A worker that is all the attacker's: it hears what it should run as `cells`, and says what it likes. */
const worker = (code: string): string =>
  `onmessage = async (event) => { if (event.data.type !== "run") return; const cells = event.data.modules; const id = cells[0].id; ${code} }`;

const empty = `{ outputs: [], log: [], values: {}, milliseconds: 0 }`;

inEachEngine("a hostile cell", (place) => {
  it("cannot speak for cells that were not asked for, nor twice, nor after the run", async () => {
    await place.choose({
      worker: worker(`
        postMessage({ type: "result", id: "01-test/cells/other.ts", result: ${empty} });
        postMessage({ type: "start", id: "__proto__" });
        postMessage({ type: "start", id });
        postMessage({ type: "result", id, result: { ...${empty}, values: { n: 1 } } });
        postMessage({ type: "result", id, result: { ...${empty}, values: { n: 2 } } });
        postMessage({ type: "done" });
        postMessage({ type: "result", id: cells[1].id, result: ${empty} });`),
    });
    const [one, two] = [cell("one", ""), cell("two", "")];
    const told = await place.run([one, two]);
    expect(told.started).toEqual([one.id]);
    expect(Object.keys(told.results)).toEqual([one.id]);
    expect(told.results[one.id]?.values).toEqual({ n: 1 });
  });

  it("cannot bring markup, functions of its own or broken displays onto the page", async () => {
    const displays = [
      `{ kind: "html", html: "<img src=x onerror=alert(1)>" }`,
      `{ kind: "__proto__" }`,
      `{ kind: "constructor" }`,
      `{ kind: "tensor", shape: [1e9, 1e9], data: new Float32Array(4) }`,
      `{ kind: "group", direction: "row", items: deep }`,
      `null`,
      `new Map([["kind", "text"]])`,
      `JSON.parse('{"__proto__": {"kind": "text", "text": "x"}}')`,
    ];
    await place.choose({
      worker: worker(`
        postMessage({ type: "start", id });
        let deep = []; for (let i = 0; i < 500; i++) deep = [{ kind: "group", direction: "row", items: deep }];
        for (const display of [${displays}]) postMessage({ type: "show", id, output: { key: "k", display } });
        for (const said of [null, 1, "x", [], {}, { type: "show", id }, { type: {} }, new Blob([]), new Error("x")]) postMessage(said);
        const { port1 } = new MessageChannel(); postMessage({ type: "show", id, port1 }, [port1]);
        postMessage({ type: "result", id, result: { outputs: [{ display: { kind: "html" } }] } });
        postMessage({ type: "done" });`),
    });
    const one = cell("one", "");
    const { ended, shown, results } = await place.run([one]);
    expect(ended).toBe("done");
    expect(shown["k"]?.display.kind ?? "tensor").toBe("tensor");
    expect(results[one.id]?.outputs).toEqual([]);
    expect(results[one.id]?.error).toBeDefined();
    expect(await place.engine.evaluate("document.querySelectorAll('img').length")).toBe(0);
    expect(await place.engine.evaluate("Object.keys(Object.prototype)")).toEqual([]);
  });

  const floods = {
    "bytes to keep": `postMessage({ type: "keep", id, ask: 1, name: "x", bytes: new Uint8Array(65e6) });`,
    "things to keep": `const bytes = new Uint8Array(9); for (let ask = 0; ; ask++) postMessage({ type: "keep", id, ask, name: "x", bytes });`,
    "small messages": `for (;;) postMessage({ type: "show", id, output: { display: { kind: "text", text: "x" } } });`,
    keys: `for (let i = 0; ; i++) postMessage({ type: "show", id, output: { key: "k" + i, display: { kind: "text", text: "x" } } });`,
    "large messages": `const big = "x".repeat(4e6); for (;;) postMessage({ type: "show", id, output: { key: "k", display: { kind: "text", text: big } } });`,
    "large numbers": `const data = new Float32Array(4e6); for (;;) postMessage({ type: "show", id, output: { key: "k", display: { kind: "tensor", shape: [2000, 2000], data } } });`,
  };
  it.each(Object.entries(floods))(
    "that floods the page with %s is ended; the page can be used all the while",
    async (_, code) => {
      await place.choose({ worker: worker(`postMessage({ type: "start", id }); ${code}`) });
      const one = cell("one", "");
      const { ended, results, longest } = await place.run([one], 10_000);
      expect(ended).toBe("flooded");
      expect(results[one.id]?.error?.message).toContain("more than the page can show");
      expect(longest).toBeLessThan(2_000);
    },
  );

  it("that shows or logs a million values is shown in part", async () => {
    const many = `import { show } from "@humpty/display";
      for (let i = 0; i < 1e6; i++) { show(i); if (i % 10 === 0) console.log(i); }
      export default 1;`;
    const told = await place.run([cell("many", many)], 20_000);
    expect(told.ended).toBe("done");
    const result = told.results["01-test/cells/many.ts"];
    expect(result?.outputs.length).toBeLessThanOrEqual(200);
    expect(result?.log.length).toBeLessThanOrEqual(501);
    expect(told.longest).toBeLessThan(500);
  });

  it("cannot forge what the page hears from within the worker, nor keep others from running", async () => {
    const tricks = `
      const said = ["postMessage", "close", "importScripts", "Worker"].map((name) => typeof globalThis[name]).join();
      dispatchEvent(new MessageEvent("message", { data: [{ id: "01-test/cells/forged.ts", code: "", imports: [], version: "", inputs: {} }] }));
      Object.defineProperty(Object.prototype, "id", { get() { return "01-test/cells/forged.ts"; }, set() {}, configurable: true });
      Object.defineProperty(Object.prototype, "type", { set() {}, configurable: true });
      MessagePort.prototype.postMessage = () => {};
      globalThis.structuredClone = () => ({ forged: true });
      JSON.stringify = () => "forged";
      Array.prototype.push = function () { return 0; };
      Map.prototype.get = () => undefined;
      Promise.resolve = () => new Promise(() => {});
      export { said };`;
    const one = cell("tricks", tricks);
    const told = await place.run([one], 2_000);
    expect(told.results["01-test/cells/forged.ts"]).toBeUndefined();
    expect(told.results[one.id]?.values["said"] ?? "undefined,undefined,undefined,undefined").toBe(
      "undefined,undefined,undefined,undefined",
    );
    const after = cell("after", "export const n = 1;");
    const next = await place.run([after], 2_000);
    expect(next.ended).toBe("done");
    expect(next.results[after.id]?.values).toEqual({ n: 1 });
  });

  it("cannot put code of its own in the place of another cell's", async () => {
    const victim = cell("victim", "export const n = 1;", { version: "known" });
    const forged = { ...victim, code: "export const n = 666;" };
    const trick = `dispatchEvent(new MessageEvent("message", { data: [${JSON.stringify(forged)}] }));`;
    await place.run([cell("trick", trick)]);
    const { results } = await place.run([victim]);
    expect(results[victim.id]?.values).toEqual({ n: 1 });
  });
});
