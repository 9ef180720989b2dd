import type { ModuleId } from "../types.ts";
import { complete, details } from "./complete.ts";
import type { Files } from "./declarations.ts";
import { definition, rename } from "./definition.ts";
import { diagnose } from "./diagnose.ts";
import { hover } from "./hover.ts";
import type { Service } from "./service.ts";
import { signature } from "./signature.ts";

/** What can be asked of the language service. */
export const questions = { diagnose, complete, details, hover, signature, definition, rename };

type Questions = typeof questions;
export type Question = keyof Questions;
type Rest<A> = A extends [Service, ...infer R] ? R : never;
export type Asked<Q extends Question> = Rest<Parameters<Questions[Q]>>;
export type Answer<Q extends Question> = ReturnType<Questions[Q]>;

/** From the page to the worker: what it begins with, then questions, each with the texts that changed since the last. */
export type ToWorker =
  | { declarations: Files }
  | {
      number: number;
      texts: Record<ModuleId, string>;
      question: Question;
      asked: Asked<Question>;
    };

/** From the worker to the page. */
export type FromWorker = { number: number; answer: unknown } | { number: number; error: string };
