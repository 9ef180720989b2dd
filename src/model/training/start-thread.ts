import type { FromThread, ToThread } from "./half.ts";

/** Another thread that computes for this one. */
export interface Thread {
  /** What it answers; undefined when it died. */
  ask(message: ToThread, transfer: ArrayBuffer[]): Promise<FromThread | undefined>;
  end(): void;
}

interface AnyWorker {
  postMessage(message: ToThread, transfer: ArrayBuffer[]): void;
  terminate(): unknown;
  /** Node's: whether the process waits for it. */
  ref?(): void;
  unref?(): void;
}

interface NodeWorker extends AnyWorker {
  on(event: "message" | "error" | "exit", hear: (told: FromThread) => void): this;
}

/** What of Node this needs: whoever compiles the package need not have Node's types. */
interface Node {
  getBuiltinModule?(
    name: "node:worker_threads",
  ): { Worker: new (script: URL) => NodeWorker } | undefined;
}

/** Starts the other thread; undefined where there can be none. */
export function startThread(first: ToThread): Thread | undefined {
  let answer: (told: FromThread | undefined) => void = () => undefined;
  let dead = false;
  const worker = makeWorker(
    (told) => answer(told),
    () => {
      dead = true;
      answer(undefined);
    },
  );
  worker?.unref?.();
  worker?.postMessage(first, []);
  return (
    worker && {
      async ask(message, transfer) {
        if (dead) return undefined;
        worker.ref?.();
        worker.postMessage(message, transfer);
        const told = await new Promise<FromThread | undefined>((resolve) => {
          answer = resolve;
        });
        worker.unref?.();
        return told;
      },
      end: () => void worker.terminate(),
    }
  );
}

function makeWorker(hear: (told: FromThread) => void, die: () => void): AnyWorker | undefined {
  const here = import.meta.url;
  // The package's own file has the address in the form that bundlers look for.
  const source = here.endsWith(".ts") ? new URL("./thread.ts", here) : undefined;
  try {
    const { process } = globalThis as unknown as { process?: Node };
    const node = process?.getBuiltinModule?.("node:worker_threads");
    if (node) {
      const worker = new node.Worker(source ?? new URL("./thread.js", import.meta.url));
      return worker.on("message", hear).on("error", die).on("exit", die);
    }
    const worker = source
      ? new Worker(source, { type: "module" })
      : new Worker(new URL("./thread.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => hear(data);
    worker.onerror = worker.onmessageerror = die;
    return worker;
  } catch {
    return undefined;
  }
}
