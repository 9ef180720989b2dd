import { kernels } from "./kernels/index.ts";
import { open } from "./kernels/memory.ts";

import { Tensor } from "./tensor.ts";

/**
 * Runs `compute` with all that it computes in the kernels' memory, where it is quickest, and gives that memory back at the end: so a
 * training loop does not grow. Tensors that `compute` returns, alone or in lists and plain objects, are kept, without their past.
 * Scopes may stand in each other. Other tensors of a scope that ended throw when their numbers are asked for.
 */
export function scope<T>(compute: () => T): T {
  kernels();
  const close = open();
  try {
    const result = compute();
    if (result instanceof Promise)
      throw new Error(
        "scope: its function must not be async: what it awaits would outlive the scope",
      );
    keep(result);
    return result;
  } finally {
    close();
  }
}

function keep(value: unknown, seen = new Set<unknown>()): void {
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  if (value instanceof Tensor) value.settle();
  else if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
    for (const one of Object.values(value)) keep(one, seen);
}
