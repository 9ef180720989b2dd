import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Language } from "./client.ts";
import type { ToWorker } from "./questions.ts";

/** Workers that were started, each with what it was told. */
let workers: FakeWorker[] = [];

class FakeWorker extends EventTarget {
  readonly told: ToWorker[] = [];
  ended = false;

  constructor() {
    super();
    workers.push(this);
  }

  postMessage(message: ToWorker): void {
    this.told.push(message);
  }

  terminate(): void {
    this.ended = true;
  }

  get asked() {
    return this.told.flatMap((one) => ("question" in one ? one : []));
  }

  /** Answers the last question with its place. */
  answer(): void {
    const last = this.asked.at(-1);
    const data = { number: last?.number, answer: last?.asked[1] };
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }

  crash(): void {
    this.dispatchEvent(new Event("error", { cancelable: true }));
  }
}

let texts: Record<string, string>;
let crashes: string[];

const start = () =>
  new Language({
    worker: "language.js",
    declarations: async () => ({}),
    texts: () => Object.entries(texts),
    onCrash: (how) => crashes.push(how),
  });

/** Lets all that has been promised come. */
const settle = () => new Promise((then) => setTimeout(then));
const last = () => workers.at(-1) as FakeWorker;

beforeEach(() => {
  workers = [];
  crashes = [];
  texts = { "a.ts": "1", "b.ts": "2" };
  vi.stubGlobal("Worker", FakeWorker);
});
afterEach(() => vi.unstubAllGlobals());

describe("the page's side of the language service", () => {
  it("sends a question with the texts that changed since the last", async () => {
    const language = start();
    const first = language.ask("hover", "a.ts", 1);
    await settle();
    last().answer();
    expect(await first).toBe(1);
    texts["b.ts"] = "3";
    void language.ask("hover", "a.ts", 2);
    await settle();
    expect(last().asked.map((one) => one.texts)).toEqual([
      { "a.ts": "1", "b.ts": "2" },
      { "b.ts": "3" },
    ]);
  });

  it("asks of those that wait only the newest of a kind and cell, squiggles last", async () => {
    const language = start();
    void language.ask("hover", "a.ts", 0);
    const squiggles = language.ask("diagnose", "a.ts");
    const older = language.ask("hover", "a.ts", 1);
    const newer = language.ask("hover", "a.ts", 2);
    const other = language.ask("hover", "b.ts", 3);
    expect(await older).toBeUndefined();
    for (let i = 0; i < 4; i++) {
      await settle();
      last().answer();
    }
    expect(await Promise.all([newer, other])).toEqual([2, 3]);
    await squiggles;
    expect(last().asked.map(({ question }) => question)).toEqual([
      ...["hover", "hover", "hover", "diagnose"],
    ]);
  });

  it("asks a new worker when one has crashed, with all texts, and says so", async () => {
    const language = start();
    const answer = language.ask("hover", "a.ts", 5);
    await settle();
    last().crash();
    await settle();
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    expect(last().asked.at(-1)?.texts).toEqual(texts);
    last().answer();
    expect(await answer).toBe(5);
    expect(crashes).toEqual(["again"]);
  });

  it("gives up a question that crashes two workers, and itself after three", async () => {
    const language = start();
    const answer = language.ask("hover", "a.ts", 5);
    for (let i = 0; i < 2; i++) {
      await settle();
      last().crash();
    }
    expect(await answer).toBeUndefined();
    void language.ask("hover", "a.ts", 6);
    await settle();
    last().crash();
    expect(await language.ask("hover", "a.ts", 7)).toBeUndefined();
    expect(crashes).toEqual(["again", "again", "forGood"]);
    expect(workers).toHaveLength(3);
  });
});
