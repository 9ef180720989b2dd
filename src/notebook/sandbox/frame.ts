import type { FromFrame, RunModule, Runtime, ToFrame } from "./messages.ts";

/**
 * The script of sandbox.html. It keeps one worker in which cells run, and stands between it and the page: it ends the worker when asked, and
 * when the worker says more than a page can take. It never runs a cell's code itself.
 */

/** More messages than this in a second are a flood. An honest worker sends at most some 30 a second for each key. */
const mostMessages = 2_000;

let runtime: Runtime | undefined;
let worker: Worker | undefined;
let workerUrl: string | undefined;
let run = 0;
let messages = 0;
let second = 0;

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
      wake().postMessage(message.modules satisfies RunModule[]);
      break;
    case "stop":
      end();
      tell({ type: "stopped" });
      wake();
      break;
    case "ping":
      tell({ type: "pong", ping: message.ping });
  }
}

/** The worker, started when there is none. */
function wake(): Worker {
  if (worker) return worker;
  if (!runtime) throw new Error("the sandbox has not been started");
  workerUrl ??= URL.createObjectURL(new Blob([runtime.worker], { type: "text/javascript" }));
  const made = new Worker(workerUrl);
  made.postMessage({ display: runtime.display, model: runtime.model });
  made.addEventListener("message", (event) => {
    if (made !== worker) return;
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) {
      second = now;
      messages = 0;
    }
    if (++messages > mostMessages) {
      end();
      tell({ type: "flooded", run });
    } else tell({ type: "said", run, said: event.data as unknown });
  });
  made.addEventListener("error", (event) => {
    event.preventDefault();
    if (made !== worker) return;
    // An error that no cell caught, such as in a timer: the worker lives on unless it ran out of memory.
    if (!/memory/i.test(event.message)) return;
    end();
    tell({ type: "crashed", run, message: String(event.message).slice(0, 500) });
  });
  worker = made;
  return made;
}

function end(): void {
  worker?.terminate();
  worker = undefined;
}
