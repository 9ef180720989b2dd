import type { Files } from "./declarations.ts";
import { type FromWorker, questions, type ToWorker } from "./questions.ts";
import { createService, type Service } from "./service.ts";

let declarations: Files | undefined;
let service: Service | undefined;

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("declarations" in data) {
    declarations = data.declarations;
    return;
  }
  const { number, texts, question, asked } = data;
  try {
    if (!declarations) throw new Error("asked before the declarations came");
    // The first word on a reader's cell comes before the other cells are read; whatever else is asked may be about them.
    const first = !service && question === "diagnose";
    service ??= createService(declarations, asked[0]);
    service.update(texts);
    if (!first) service.widen();
    // Each question has its own arguments: the page's types hold the two together.
    const ask = questions[question] as (service: Service, ...asked: unknown[]) => unknown;
    tell({ number, answer: ask(service, ...asked) });
    setTimeout(() => service?.widen());
  } catch (error) {
    tell({ number, error: String(error) });
  }
});

const tell = (said: FromWorker): void => postMessage(said);
