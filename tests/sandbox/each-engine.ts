import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import type { RunModule } from "../../src/notebook/sandbox/messages.ts";
import { availableEngines, type Engine, openEngine } from "../engines/engine.ts";
import { type Served, serve } from "../engines/serve.ts";
import type { Choice, Host, Told } from "./host.ts";
import { hostFiles } from "./served.ts";

declare const host: Host;

/** A fresh page with a sandbox, in one engine. */
export interface Place {
  readonly name: string;
  readonly engine: Engine;
  /** The page's own site: files can be added. */
  readonly files: Record<string, string>;
  readonly served: Served;
  /** Another site, which records what reaches it. */
  readonly home: Served;
  run(modules: RunModule[], stopAfter?: number): Promise<Told>;
  choose(choice: Choice): Promise<void>;
}

/** The same tests in each engine that is here, each test on a fresh page. */
export function inEachEngine(title: string, tests: (place: Place) => void): void {
  describe.each(availableEngines())(`${title} in %s`, (name) => {
    const files: Record<string, string> = {};
    const place = { name, files } as { -readonly [K in keyof Place]: Place[K] };
    place.run = (modules, stopAfter) =>
      place.engine.evaluate(
        (...args: Parameters<Host["run"]>) => host.run(...args),
        modules,
        stopAfter,
      );
    place.choose = (choice) => place.engine.evaluate((one: Choice) => host.renew(one), choice);
    beforeAll(async () => {
      Object.assign(files, await hostFiles());
      place.home = await serve({ "/evil.js": "export default 1" });
      place.served = await serve(files);
      place.engine = await openEngine(name);
    });
    afterAll(async () => {
      await place.engine?.close();
      await place.home.close();
      await place.served.close();
    });
    beforeEach(async () => {
      await place.engine.open(`${place.served.origin}/`);
      place.home.strays.length = 0;
      place.served.strays.length = 0;
    });
    tests(place);
  });
}
