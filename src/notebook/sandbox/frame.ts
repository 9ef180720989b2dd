import type { FromFrame, Runtime, Said, ToFrame, ToWorker } from "./messages.ts";
import { Outbox } from "./outbox.ts";
import { weigh } from "./weigh.ts";

/**
 * The script of sandbox.html. It keeps one worker in which cells run, and stands between it and the page: it ends the worker when asked, and
 * when the worker says more than a page can take. It never runs a cell's code itself.
 */

let runtime: Runtime | undefined;
let worker: Worker | undefined;
let workerUrl: string | undefined;
let run = 0;
let outbox = new Outbox([]);
/** Batches that the page has been told and has not drawn yet. */
let undrawn = 0;
/** What cells asked to have or to keep and the page has not answered yet, and what it weighs: an honest cell waits for its answer. */
let unanswered: { ask: unknown; weight: number }[] = [];
const mostUnanswered = { asks: 16, bytes: 64e6 };
let renew = false;

// Another site could frame this page without the sandbox, and then run code in our origin: refuse to work there.
if (self.origin === "null" && parent !== self) {
  addEventListener("message", (event) => {
    if (event.source === parent) receive(event.data as ToFrame);
  });
  tell({ type: "ready" });
}

function tell(message: FromFrame): void {
  parent.postMessage(message, "*");
}

function receive(message: ToFrame): void {
  switch (message.type) {
    case "start":
      runtime = message.runtime;
      wake();
      break;
    case "run":
      run = message.run;
      outbox = new Outbox(message.modules);
      undrawn = 0;
      unanswered = [];
      send(wake(), { type: "run", modules: message.modules });
      break;
    case "stop":
      end();
      tell({ type: "stopped" });
      wake();
      break;
    case "drawn":
      undrawn = Math.max(0, undrawn - 1);
      flush();
      break;
    case "answer":
      forget(message.ask);
      if (worker) send(worker, message);
      break;
    case "give":
    case "finish":
      if (worker) send(worker, message);
      break;
    case "ping":
      tell({ type: "pong" });
  }
}

const send = (to: Worker, message: ToWorker): void => to.postMessage(message);

/** The worker, started when there is none. */
function wake(): Worker {
  if (worker) return worker;
  if (!runtime) throw new Error("the sandbox has not been started");
  workerUrl ??= URL.createObjectURL(new Blob([runtime.worker], { type: "text/javascript" }));
  const made = new Worker(workerUrl);
  send(made, { type: "start", display: runtime.display, model: runtime.model });
  made.addEventListener("message", (event) => {
    if (made !== worker) return;
    if (outbox.counts(performance.now())) hear(event.data);
    else fail("flooded");
  });
  made.addEventListener("error", (event) => {
    event.preventDefault();
    // An error that no cell caught, such as in a timer: the worker lives on unless it ran out of memory.
    if (made === worker && /memory/i.test(event.message)) fail("crashed");
  });
  worker = made;
  renew = false;
  return made;
}

function hear(said: unknown): void {
  const type = (said as Said | undefined | null)?.type;
  if (type === "renew") renew = true;
  if (type === "wants") {
    const { name } = said as { name?: unknown };
    if (typeof name === "string") tell({ type: "wants", name: name.slice(0, 200) });
    return;
  }
  if (type === "kept" || type === "keep") {
    if (mayAsk(said)) tell({ type: "asked", run, asked: said });
    else fail("flooded");
    return;
  }
  const when = type === "exhausted" ? "crashed" : outbox.put(said);
  if (when === "crashed" || when === "flooded") {
    fail(when);
    return;
  }
  // Live output waits until the page has drawn what came before; results do not.
  if (when === "now" || undrawn === 0) flush();
  if (type === "done" && renew) {
    end();
    wake();
  }
}

function mayAsk(said: unknown): boolean {
  const weight = weigh(said, mostUnanswered.bytes) ?? Number.POSITIVE_INFINITY;
  unanswered.push({ ask: (said as { ask?: unknown }).ask, weight });
  const bytes = unanswered.reduce((sum, one) => sum + one.weight, 0);
  return unanswered.length <= mostUnanswered.asks && bytes <= mostUnanswered.bytes;
}

function forget(answered: number): void {
  const at = unanswered.findIndex(({ ask }) => ask === answered);
  if (at >= 0) unanswered.splice(at, 1);
}

function flush(): void {
  if (outbox.isEmpty) return;
  undrawn++;
  try {
    tell({ type: "said", run, said: outbox.takeAll() });
  } catch {
    // Such as lists in lists so deep that they cannot be sent.
    fail("flooded");
  }
}

function fail(how: "flooded" | "crashed"): void {
  end();
  flush();
  tell({ type: "ended", run, how });
}

function end(): void {
  worker?.terminate();
  worker = undefined;
}
