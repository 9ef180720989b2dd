import type { Import, ModuleId, Output, Progress } from "../types.ts";
import type { Inputs } from "../version.ts";

/** A module as the worker runs it. */
export interface RunModule {
  id: ModuleId;
  code: string;
  imports: Import[];
  /** Modules of the same version are not evaluated again. */
  version: string;
  inputs: Inputs;
  /** Evaluate again although nothing changed: the reader pressed Run. */
  fresh?: boolean;
  /** How far it had come when it ended early: it is to end there again. */
  early?: number | undefined;
  /** For an exercise: the module that looks at the answer. */
  check?: { id: ModuleId; code: string; imports: Import[]; version: string };
}

/** Texts of the modules that the worker starts with. */
export interface Runtime {
  worker: string;
  display: string;
  model: string;
}

/** An error that says so in the reader's language once it is on the page. */
export const outOfMemory = { name: "OutOfMemory", message: "there is no memory left" };

/** From the page to the frame. */
export type ToFrame =
  | { type: "start"; runtime: Runtime }
  | { type: "run"; run: number; modules: RunModule[] }
  | { type: "stop" }
  | Finish
  /** A batch has been drawn: the next may come. */
  | { type: "drawn" }
  /** A module of data that was wanted; without a text when it cannot be had. */
  | { type: "give"; name: string; text?: string }
  | Answer
  | { type: "ping" };

/** A cell is to end with what it has. */
export interface Finish {
  type: "finish";
  id: ModuleId;
}

/** What a cell wants to have kept, or had kept before. */
export type Ask =
  | { type: "kept"; id: ModuleId; ask: number; name: string }
  | {
      type: "keep";
      id: ModuleId;
      ask: number;
      name: string;
      bytes: Uint8Array;
      reached: Progress | undefined;
    };

/** The page's answer: the bytes that were kept, or why they could not be. */
export interface Answer {
  type: "answer";
  ask: number;
  bytes?: Uint8Array;
  error?: string;
}

/** From the page to the worker, by way of the frame: what it starts with, what it runs, and data that it wanted. */
export type ToWorker =
  | { type: "start"; display: string; model: string }
  | { type: "run"; modules: RunModule[] }
  | { type: "give"; name: string; text?: string }
  | Finish
  | Answer;

/** From the frame to the page. What the worker says passes on as `said`: anything, made by the cell perhaps. */
export type FromFrame =
  | { type: "ready" }
  | { type: "said"; run: number; said: unknown[] }
  | { type: "stopped" }
  | { type: "wants"; name: string }
  | { type: "asked"; run: number; asked: unknown }
  | { type: "ended"; run: number; how: "flooded" | "crashed" }
  | { type: "pong" };

/** What an honest worker says. */
export type Said =
  | { type: "start"; id: ModuleId }
  | { type: "show"; id: ModuleId; output: Output }
  | { type: "progress"; id: ModuleId; done: number; total: number; note?: string }
  | { type: "result"; id: ModuleId; result: unknown }
  | { type: "done" }
  /** A module of data that the model package imports. */
  | { type: "wants"; name: string }
  | Ask
  /** To the frame: there is no memory left, start another worker. */
  | { type: "exhausted" }
  /** To the frame: when this run is done, start another worker. */
  | { type: "renew" };
