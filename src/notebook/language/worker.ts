import type { Files } from "./declarations.ts";
import { type FromWorker, type Question, questions, type ToWorker } from "./questions.ts";
import { createService, type Reach, type Service } from "./service.ts";

/** What comes while a reader types is answered before everything is read. */
const enough: Partial<Record<Question, Reach>> = { diagnose: "cell", complete: "folder" };

/** How long nothing is asked, in milliseconds, before everything is read. */
const quiet = 500;

let declarations: Files | undefined;
let service: Service | undefined;
let reading: ReturnType<typeof setTimeout> | undefined;

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("declarations" in data) {
    declarations = data.declarations;
    return;
  }
  const { number, texts, question, asked } = data;
  clearTimeout(reading);
  try {
    if (!declarations) throw new Error("asked before the declarations came");
    const [id] = asked;
    service ??= createService(declarations, id);
    service.update(texts);
    service.read(enough[question] ?? "everything", id);
    // Each question has its own arguments: the page's types hold the two together.
    const ask = questions[question] as (service: Service, ...asked: unknown[]) => unknown;
    tell({ number, answer: ask(service, ...asked) });
    reading = setTimeout(() => service?.read("everything"), quiet);
  } catch (error) {
    tell({ number, error: String(error) });
  }
});

const tell = (said: FromWorker): void => postMessage(said);
