import type { Kernels } from "../kernels.ts";
import { makeMemory } from "../memory.ts";

/** The functions of ../assembly/index.ts: they take addresses in bytes, sizes in numbers, and flags as 0 or 1. */
export type Compiled = Readonly<Record<keyof Kernels, (...numbers: number[]) => number>>;

/** Where the kernels' own tables and scratch end, at most: `heap` in ../assembly/matmul.ts. */
const reserved = 640 * 1024;

/** @throws what the engine throws at instructions that it does not know */
export function instantiate(base64: string): Compiled {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const module = new WebAssembly.Module(bytes);
  const memory = makeMemory(reserved);
  const abort = (): void => {
    throw new Error("kernels: stopped");
  };
  const { heap, ...kernels } = new WebAssembly.Instance(module, { env: { memory, abort } }).exports;
  if (!(heap instanceof WebAssembly.Global) || heap.value > reserved)
    throw new Error("kernels: their scratch does not fit what is reserved for it");
  return kernels as Compiled;
}
