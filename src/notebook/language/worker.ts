import { type FromWorker, questions, type ToWorker } from "./questions.ts";
import { createService, type Service } from "./service.ts";

let service: Service | undefined;

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("declarations" in data) {
    service = createService(data.declarations);
    return;
  }
  const { number, texts, question, asked } = data;
  try {
    if (!service) throw new Error("asked before the declarations came");
    service.update(texts);
    // Each question has its own arguments: the page's types hold the two together.
    const ask = questions[question] as (service: Service, ...asked: unknown[]) => unknown;
    tell({ number, answer: ask(service, ...asked) });
  } catch (error) {
    tell({ number, error: String(error) });
  }
});

const tell = (said: FromWorker): void => postMessage(said);
