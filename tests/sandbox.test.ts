import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { htmlAround } from "../src/notebook/sandbox/html.ts";
import type { RunModule } from "../src/notebook/sandbox/messages.ts";
import { availableEngines, type Engine, openEngine } from "./engines/engine.ts";
import { type Served, serve } from "./engines/serve.ts";
import { type Attack, attacks, attempt, frameAttacks, navigation } from "./sandbox/attacks.ts";
import type { Choice, Host, Told } from "./sandbox/host.ts";
import { cell, hostFiles } from "./sandbox/served.ts";

declare const host: Host;

let served: Served;
/** Another site, which records what reaches it. */
let home: Served;
const files: Record<string, string> = {};

beforeAll(async () => {
  home = await serve({ "/evil.js": "export default 1" });
  Object.assign(files, await hostFiles());
  served = await serve(files);
});
afterAll(async () => {
  await home.close();
  await served.close();
});

/** Code that makes all attacks and says, as an object, what each gave. */
const all = (list: readonly Attack[], say: string): string =>
  `(async () => { const said = {}; ${list
    .map(
      (attack) => `said[${JSON.stringify(attack.name)}] = await ${attempt(attack, home.origin)};`,
    )
    .join("\n")} ${say} })()`;

/** The attacks that succeeded, by what they said and by their traces. */
const succeeded = (list: readonly Attack[], said: Record<string, unknown>): string[] =>
  list
    .filter(({ name, trace }) => said[name] === "got it" || home.strays.includes(trace ?? ""))
    .map(({ name }) => name);

describe.each(availableEngines())("the sandbox in %s", (name) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine(name);
  });
  afterAll(() => engine.close());
  beforeEach(async () => {
    await engine.open(`${served.origin}/`);
    home.strays.length = 0;
    served.strays.length = 0;
  });

  const run = (modules: RunModule[], stopAfter?: number): Promise<Told> =>
    engine.evaluate((...args: Parameters<Host["run"]>) => host.run(...args), modules, stopAfter);
  const choose = (choice: Choice) => engine.evaluate((one: Choice) => host.renew(one), choice);
  /** What is asked of the network at once has come there by now. */
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 300));

  it("keeps a cell in: no page, no storage, no network", async () => {
    const list = [...attacks, navigation];
    const cells = list.map((attack, i) =>
      cell(`attack${i}`, `export const got = await ${attempt(attack, home.origin)};`, {
        imports: [],
      }),
    );
    const { results } = await run(cells);
    const said = Object.fromEntries(
      list.map((attack, i) => [attack.name, results[cells[i]?.id ?? ""]?.values["got"]]),
    );
    expect(Object.values(said).every((got) => typeof got === "string")).toBe(true);
    await quiet();
    expect(succeeded(list, said)).toEqual([]);
    expect([...home.strays, ...served.strays]).toEqual([]);
  });

  it("keeps a worker in that nothing was taken from", async () => {
    const list = [...attacks, navigation];
    const result = `{ type: "result", id: data[0].id, result: { outputs: [], log: [], values: said } }`;
    const worker = `onmessage = ({ data }) => Array.isArray(data) && ${all(
      list,
      `postMessage(${result}); postMessage({ type: "done" });`,
    )}`;
    await choose({ worker });
    const attack = cell("attack", "");
    const { ended, results } = await run([attack]);
    expect(ended).toBe("done");
    const said = results[attack.id]?.values ?? {};
    expect(Object.keys(said)).toHaveLength(list.length);
    await quiet();
    expect(succeeded(list, said)).toEqual([]);
    expect([...home.strays, ...served.strays]).toEqual([]);
  });

  it("keeps a script in that got into the frame", async () => {
    const list = [...frameAttacks, navigation];
    files["/guarded.html"] = htmlAround(all(list, `parent.postMessage(said, "*");`));
    const said = await engine.evaluate((url: string) => host.guardedFrame(url), "/guarded.html");
    expect(Object.keys(said)).toHaveLength(list.length);
    await quiet();
    expect(succeeded(list, said)).toEqual([]);
    expect([...home.strays, ...served.strays]).toEqual([]);
  });

  it("would notice: without the sandbox these attacks succeed", async () => {
    const inWorker = await engine.evaluate(
      (code: string) => host.unguardedWorker(code),
      all(attacks, "postMessage(said);"),
    );
    await quiet();
    const worked = (where: "worker" | "frame") => (attack: Attack) => attack.works.includes(where);
    const mustInWorker = attacks.filter(worked("worker"));
    expect(succeeded(mustInWorker, inWorker)).toEqual(mustInWorker.map((attack) => attack.name));

    home.strays.length = 0;
    const script = all(frameAttacks, `parent.postMessage(said, "*");`);
    files["/unguarded.html"] = `<!doctype html><body><script>${script}</script></body>`;
    const inFrame = await engine.evaluate(
      (url: string) => host.unguardedFrame(url),
      "/unguarded.html",
    );
    await quiet();
    const mustInFrame = frameAttacks.filter(worked("frame"));
    expect(succeeded(mustInFrame, inFrame)).toEqual(mustInFrame.map((attack) => attack.name));
  });
});
