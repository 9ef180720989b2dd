import { GPT } from "../gpt.ts";
import { kernels, useBackend } from "../kernels/index.ts";
import { resident } from "../kernels/memory.ts";
import { Random } from "../random.ts";
import { computeHalf, type FromThread, pack, type ToThread } from "./half.ts";

/** The other thread: builds the same model, and gives the gradients of its half of each batch. */

interface Port {
  postMessage(message: FromThread, transfer: ArrayBuffer[]): void;
  on?(type: "message", hear: (message: ToThread) => void): void;
  onmessage?: (event: { data: ToThread }) => void;
}

const threads = globalThis.process?.getBuiltinModule?.("node:worker_threads");
const port = (threads?.parentPort ?? globalThis) as unknown as Port;

let model: GPT | undefined;

function hear(message: ToThread): void {
  if (message.type === "start") {
    useBackend(message.backend);
    // Its weights are drawn for nothing: each step brings the true ones.
    model = new GPT({ ...message.config, random: new Random(1) });
    kernels();
    for (const parameter of model.parameters()) {
      parameter.storage = resident(parameter.size);
      parameter.gradHome = resident(parameter.size);
    }
    return;
  }
  if (!model) return;
  const { half, room } = message;
  try {
    const parameters = model.parameters();
    let at = 0;
    for (const { data, size } of parameters) {
      data.set(room.subarray(at, at + size));
      at += size;
    }
    const loss = computeHalf(model, half);
    pack(parameters, room, ({ grad }) => grad?.data);
    port.postMessage({ type: "done", loss, room }, [room.buffer as ArrayBuffer]);
  } catch {
    // The thread that asked computes it itself, and meets the same error if it is one of the numbers'.
    port.postMessage({ type: "failed" }, []);
  }
}

if (port.on) port.on("message", hear);
else port.onmessage = ({ data }) => hear(data);
