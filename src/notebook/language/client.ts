import type { ModuleId } from "../types.ts";
import type { Files } from "./declarations.ts";
import type { Answer, Asked, FromWorker, Question, ToWorker } from "./questions.ts";

export interface LanguageOptions {
  /** Where the worker's script is. */
  worker: string;
  declarations(): Promise<Files>;
  /** All cells as they stand. */
  texts(): Iterable<readonly [ModuleId, string]>;
  /** The worker ended by itself: a new one takes its place, or, after too many, none. */
  onCrash(how: "again" | "forGood"): void;
}

interface Waiting {
  question: Question;
  asked: Asked<Question>;
  /** How often it was sent. */
  tries: number;
  answer(given: unknown): void;
}

/** Workers that may end by themselves on one page. */
const mostCrashes = 3;

/** A question whose answer takes longer, in milliseconds, will have none. */
const patience = 60_000;

/** The page's side of the language service: one question at a time goes to the worker, and of those of a kind that wait only the newest. */
export class Language {
  readonly #options: LanguageOptions;
  /** By question and cell. */
  readonly #waiting = new Map<string, Waiting>();
  #worker: Promise<Worker> | undefined;
  #current: Waiting | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #number = 0;
  #crashes = 0;
  /** What the worker has of each cell. */
  #sent = new Map<ModuleId, string>();

  constructor(options: LanguageOptions) {
    this.#options = options;
    this.#worker = this.#start();
  }

  /** Undefined where there is no answer: a newer question came, or the worker ended for good. */
  ask<Q extends Question>(question: Q, ...asked: Asked<Q>): Promise<Answer<Q> | undefined> {
    if (this.#crashes >= mostCrashes) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const key = keyOf(question, asked as Asked<Question>);
      this.#waiting.get(key)?.answer(undefined);
      // Each question has its own arguments and answer: here they are all the same.
      const answer = resolve as (given: unknown) => void;
      this.#waiting.set(key, { question, asked: asked as Asked<Question>, tries: 0, answer });
      void this.#next();
    });
  }

  async #start(): Promise<Worker> {
    const worker = new Worker(this.#options.worker);
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#crashed();
    });
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      if (data.number !== this.#number) return;
      if ("error" in data) this.#crashed();
      else this.#answered(data.answer);
    });
    try {
      worker.postMessage({ declarations: await this.#options.declarations() } satisfies ToWorker);
    } catch {
      // Without the network, perhaps.
      this.#crashed();
    }
    return worker;
  }

  async #next(): Promise<void> {
    if (this.#current) return;
    // What a reader waits for comes before the squiggles.
    const [first] = [...this.#waiting.values()].sort(
      (a, b) => Number(a.question === "diagnose") - Number(b.question === "diagnose"),
    );
    if (!first) return;
    this.#current = first;
    this.#waiting.delete(keyOf(first.question, first.asked));
    first.tries++;
    this.#worker ??= this.#start();
    const worker = await this.#worker;
    if (this.#current !== first) return;
    const { question, asked } = first;
    const number = ++this.#number;
    this.#timer = setTimeout(() => this.#crashed(), patience);
    worker.postMessage({ number, texts: this.#changed(), question, asked } satisfies ToWorker);
  }

  #changed(): Record<ModuleId, string> {
    const changed = [...this.#options.texts()].filter(([id, text]) => this.#sent.get(id) !== text);
    for (const [id, text] of changed) this.#sent.set(id, text);
    return Object.fromEntries(changed);
  }

  #answered(answer: unknown): void {
    clearTimeout(this.#timer);
    const { answer: give } = this.#current ?? {};
    this.#current = undefined;
    give?.(answer);
    void this.#next();
  }

  /** A question is asked again of the next worker, once: it may be what ended this one. */
  #crashed(): void {
    clearTimeout(this.#timer);
    const [ended, current] = [this.#worker, this.#current];
    void ended?.then((worker) => worker.terminate());
    this.#number++;
    this.#crashes++;
    this.#sent = new Map();
    this.#worker = undefined;
    this.#current = undefined;
    const forGood = this.#crashes >= mostCrashes;
    this.#options.onCrash(forGood ? "forGood" : "again");
    const key = current && keyOf(current.question, current.asked);
    if (key && current.tries < 2 && !forGood && !this.#waiting.has(key))
      this.#waiting.set(key, current);
    else current?.answer(undefined);
    if (!forGood) void this.#next();
    else for (const { answer } of this.#waiting.values()) answer(undefined);
  }
}

/** Of the same question about the same cell only the newest counts. */
const keyOf = (question: Question, [id]: Asked<Question>): string => `${question} ${id}`;
