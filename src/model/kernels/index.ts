import type { Kernels } from "./kernels.ts";
import { reference } from "./reference/index.ts";
import { exact, fast } from "./wasm/binaries.ts";
import { wasm } from "./wasm/index.ts";

export type { AdamStep, AttentionShape, Kernels, Product } from "./kernels.ts";

/**
 * How numbers are computed: "exact" in WebAssembly, the same bits in every engine; "fast" with products and sums rounded once where the
 * engine can, so that bits may differ between engines; "reference" in plain loops, with the same bits as "exact".
 */
export type Backend = "exact" | "fast" | "reference";

interface Chosen {
  name: Backend;
  kernels: Kernels;
  /** Why it is not the one that was asked for. */
  note?: string;
}

const made = new Map<Backend, Kernels>([["reference", reference]]);
let chosen: Chosen | undefined;

/** Chooses how numbers are computed from now on; gives what was chosen, another with a note where the engine lacks something. */
export function useBackend(name: Backend): { name: Backend; note?: string } {
  chosen = choose(name);
  const { kernels: _, ...told } = chosen;
  return told;
}

/** How numbers are computed now. */
export function backend(): { name: Backend; note?: string } {
  const { kernels: _, ...told } = current();
  return told;
}

/** The kernels in use: "exact" at first. */
export const kernels = (): Kernels => current().kernels;

function current(): Chosen {
  chosen ??= choose("exact");
  return chosen;
}

function choose(name: Backend): Chosen {
  const known = made.get(name);
  if (known) return { name, kernels: known };
  try {
    const kernels = wasm(name === "fast" ? fast : exact);
    made.set(name, kernels);
    return { name, kernels };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const next = choose(name === "fast" ? "exact" : "reference");
    const lacks = name === "fast" ? "relaxed SIMD" : "SIMD";
    const note = `${next.name} instead of ${name}: WebAssembly with ${lacks} is not to be had here (${reason})`;
    return { ...next, note };
  }
}
