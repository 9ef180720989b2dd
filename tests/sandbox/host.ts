import type { RunModule, Runtime } from "../../src/notebook/sandbox/messages.ts";
import { type Ended, Sandbox } from "../../src/notebook/sandbox/sandbox.ts";
import type { CellResult, Output } from "../../src/notebook/types.ts";

/** The page that the tests drive: a sandbox, and a record of all that it told. */

export interface Told {
  ended: Ended;
  started: string[];
  results: Record<string, CellResult>;
  /** The last output under each key, and how many there were. */
  shown: Record<string, Output>;
  shows: number;
  progress: number;
  milliseconds: number;
  /** The longest time, in milliseconds, that the page could do nothing else. */
  longest: number;
}

const loaded = async (): Promise<Runtime> => {
  const [worker = "", display = "", model = ""] = await Promise.all(
    ["worker", "display", "model"].map(async (name) => (await fetch(`/${name}.js`)).text()),
  );
  return { worker, display, model };
};

/** Options that a test can replace: another frame, another worker. */
export interface Choice {
  frameUrl?: string;
  worker?: string;
}

/** What cells kept. */
const things = new Map<string, Uint8Array>();

function make({ frameUrl = "/sandbox.html", worker }: Choice = {}): Sandbox {
  return new Sandbox({
    frameUrl,
    runtime: async () => {
      if (worker === "404") throw new Error("no worker");
      return { ...(await loaded()), ...(worker === undefined ? {} : { worker }) };
    },
    keeper: {
      kept: async (...key) => things.get(key.join()),
      async keep(id, version, name, bytes) {
        if (bytes.length > 1e6) throw new Error("no room for a million bytes");
        things.set([id, version, name].join(), bytes);
      },
    },
    data: async (name) => {
      const response = await fetch(`/data/${encodeURIComponent(name)}.js`);
      return response.ok ? response.text() : undefined;
    },
  });
}

let sandbox = make();

/** Something of the page's own that nobody else may see. */
void caches.open("secret");

const host = {
  renew(choice: Choice): void {
    sandbox.dispose();
    sandbox = make(choice);
  },
  warm: () => sandbox.warm(),
  stop: () => sandbox.stop(),
  finish: (id: string) => sandbox.finish(id),

  /** Runs, and presses Stop after some milliseconds if asked to. */
  async run(modules: RunModule[], stopAfter?: number): Promise<Told> {
    const told: Omit<Told, "ended" | "milliseconds" | "longest"> = {
      started: [],
      results: {},
      shown: {},
      shows: 0,
      progress: 0,
    };
    const began = performance.now();
    let [last, longest] = [began, 0];
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    const patience = stopAfter && setTimeout(() => sandbox.stop(), stopAfter);
    const ended = await sandbox.run(modules, {
      start: (id) => told.started.push(id),
      show: (_, output) => {
        told.shows++;
        told.shown[output.key ?? ""] = output;
      },
      progress: () => told.progress++,
      result: (id, result) => {
        told.results[id] = result;
      },
    });
    const milliseconds = performance.now() - began;
    clearTimeout(patience);
    await new Promise((resolve) => setTimeout(resolve, 20));
    clearInterval(timer);
    return { ended, ...told, milliseconds, longest };
  },

  /** What code says in a worker without the sandbox. */
  unguardedWorker(code: string): Promise<Record<string, unknown>> {
    return firstWord(new Worker(URL.createObjectURL(new Blob([code]))));
  },

  /** What the script of a page says in a frame without the sandbox. */
  unguardedFrame(url: string): Promise<Record<string, unknown>> {
    const frame = document.createElement("iframe");
    frame.src = url;
    document.body.append(frame);
    return firstWord(window, frame.contentWindow);
  },

  /** What the script of a page says in the frame that the sandbox makes. */
  guardedFrame(frameUrl: string): Promise<Record<string, unknown>> {
    this.renew({ frameUrl });
    void sandbox.warm().catch(() => undefined);
    return firstWord(window, document.querySelector("iframe")?.contentWindow);
  },

  /** Milliseconds from Stop to the frame's word that the worker has ended. */
  stopped(): Promise<number> {
    const began = performance.now();
    const heard = new Promise<number>((resolve) => {
      addEventListener("message", function hear(event) {
        if ((event.data as { type?: unknown }).type !== "stopped") return;
        removeEventListener("message", hear);
        resolve(performance.now() - began);
      });
    });
    sandbox.stop();
    return heard;
  },
};

/** What a worker or a frame says first, or that it said nothing. */
function firstWord(
  from: Worker | Window,
  source?: MessageEventSource | null,
): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({}), 30_000);
    from.addEventListener("message", (event) => {
      const { data, source: by } = event as MessageEvent;
      if (source === undefined || by === source) resolve(data as Record<string, unknown>);
    });
  });
}

export type Host = typeof host;
Object.assign(globalThis, { host });
