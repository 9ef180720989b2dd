import { findBrowsers } from "../../scripts/browsers.mjs";
import { openChromium } from "./chromium.ts";
import { openFirefox } from "./firefox.ts";
import { openWebKit } from "./webkit.ts";

/** A browser with one page, driven in the same words whichever engine it is. */
export interface Engine {
  readonly name: EngineName;
  open(url: string): Promise<void>;
  /** What a function (sent as text: it sees nothing of the test) or an expression gives in the page, as JSON. Promises are awaited. */
  evaluate<T, A extends unknown[]>(
    what: ((...args: A) => T | Promise<T>) | string,
    ...args: A
  ): Promise<T>;
  click(selector: string): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** Presses a key by its name in the DOM, such as `Tab`, or with others held down: `Control+Enter`. */
  press(key: string): Promise<void>;
  reload(): Promise<void>;
  close(): Promise<void>;
}

export type EngineName = "chromium" | "firefox" | "webkit";

/** Where each engine is on this machine. */
const paths: Record<EngineName, string | undefined> = await findBrowsers();

const openers = { chromium: openChromium, firefox: openFirefox, webkit: openWebKit };

/** The engines that can be tested here; says which are left out. `ENGINES=firefox,webkit` takes only those. */
export function availableEngines(): EngineName[] {
  const names = Object.keys(openers) as EngineName[];
  const wanted = process.env["ENGINES"]?.split(",") ?? names;
  return names.filter((name) => {
    if (wanted.includes(name) && !paths[name])
      console.log(`${name} is not installed here: its tests are skipped.`);
    return wanted.includes(name) && paths[name] !== undefined;
  });
}

/** Starts a browser. Close it when done. */
export const openEngine = (name: EngineName): Promise<Engine> => openers[name](paths[name] ?? "");
