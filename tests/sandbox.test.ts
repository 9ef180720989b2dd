import { expect, it } from "vitest";
import { htmlAround } from "../src/notebook/sandbox/html.ts";
import { type Attack, attacks, attempt, frameAttacks, navigation } from "./sandbox/attacks.ts";
import { inEachEngine, type Place } from "./sandbox/each-engine.ts";
import type { Host } from "./sandbox/host.ts";
import { cell } from "./sandbox/served.ts";

declare const host: Host;

/** Code that makes all attacks and says, as an object, what each gave. */
const all = (list: readonly Attack[], home: string, say: string): string =>
  `(async () => { const said = {}; ${list
    .map((attack) => `said[${JSON.stringify(attack.name)}] = await ${attempt(attack, home)};`)
    .join("\n")} ${say} })()`;

/** The attacks that succeeded, by what they said and by their traces. */
const succeeded = ({ home }: Place, list: readonly Attack[], said: Record<string, unknown>) =>
  list
    .filter(({ name, trace }) => said[name] === "got it" || home.strays.includes(trace ?? ""))
    .map(({ name }) => name);

/** What is asked of the network at once has come there by now. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 300));

inEachEngine("the sandbox", (place) => {
  it("keeps a cell in: no page, no storage, no network", async () => {
    const list = [...attacks, navigation];
    const cells = list.map((attack, i) =>
      cell(`attack${i}`, `export const got = await ${attempt(attack, place.home.origin)};`, {
        imports: [],
      }),
    );
    const { results } = await place.run(cells);
    const said = Object.fromEntries(
      list.map((attack, i) => [attack.name, results[cells[i]?.id ?? ""]?.values["got"]]),
    );
    expect(Object.values(said).every((got) => typeof got === "string")).toBe(true);
    await quiet();
    expect(succeeded(place, list, said)).toEqual([]);
    expect([...place.home.strays, ...place.served.strays]).toEqual([]);
  });

  it("keeps a worker in that nothing was taken from", async () => {
    const list = [...attacks, navigation];
    const result = `{ type: "result", id: data.modules[0].id, result: { outputs: [], log: [], values: said } }`;
    const worker = `onmessage = ({ data }) => data.type === "run" && ${all(
      list,
      place.home.origin,
      `postMessage(${result}); postMessage({ type: "done" });`,
    )}`;
    await place.choose({ worker });
    const attack = cell("attack", "");
    const { ended, results } = await place.run([attack], 40_000);
    expect(ended).toBe("done");
    const said = results[attack.id]?.values ?? {};
    expect(Object.keys(said)).toHaveLength(list.length);
    await quiet();
    expect(succeeded(place, list, said)).toEqual([]);
    expect([...place.home.strays, ...place.served.strays]).toEqual([]);
  });

  it("keeps a script in that got into the frame", async () => {
    const list = [...frameAttacks, navigation];
    place.files["/guarded.html"] = htmlAround(
      all(list, place.home.origin, `parent.postMessage(said, "*");`),
    );
    const said = await place.engine.evaluate(
      (url: string) => host.guardedFrame(url),
      "/guarded.html",
    );
    expect(Object.keys(said)).toHaveLength(list.length);
    await quiet();
    expect(succeeded(place, list, said)).toEqual([]);
    expect([...place.home.strays, ...place.served.strays]).toEqual([]);
  });

  it("would notice: without the sandbox these attacks succeed", async () => {
    const inWorker = await place.engine.evaluate(
      (code: string) => host.unguardedWorker(code),
      all(attacks, place.home.origin, "postMessage(said);"),
    );
    await quiet();
    const worked = (where: "worker" | "frame") => (attack: Attack) => attack.works.includes(where);
    const mustInWorker = attacks.filter(worked("worker"));
    expect(succeeded(place, mustInWorker, inWorker)).toEqual(
      mustInWorker.map((attack) => attack.name),
    );

    place.home.strays.length = 0;
    const script = all(frameAttacks, place.home.origin, `parent.postMessage(said, "*");`);
    place.files["/unguarded.html"] = `<!doctype html><body><script>${script}</script></body>`;
    const inFrame = await place.engine.evaluate(
      (url: string) => host.unguardedFrame(url),
      "/unguarded.html",
    );
    await quiet();
    const mustInFrame = frameAttacks.filter(worked("frame"));
    expect(succeeded(place, mustInFrame, inFrame)).toEqual(
      mustInFrame.map((attack) => attack.name),
    );
  });
});
