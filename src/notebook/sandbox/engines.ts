import type { CellError, ModuleId } from "../types.ts";

/** Where engines differ in what they tell of an error. */

/** Engines say in many ways that there is no memory left, and none in an error's type. */
export function isOutOfMemory(error: CellError): boolean {
  const words =
    /out of memory|allocation (failed|size overflow)|could not allocate|unable to grow|failed to grow|too much memory/i;
  return words.test(error.message);
}

/** Modules by their blobs' addresses. */
const names = new Map<string, ModuleId>();

export const nameModule = (url: string, id: ModuleId): void => void names.set(url, id);

/** The same function, whose errors name modules: WebKit's stacks have their blobs' addresses, whatever the code says. */
export function placed<A extends unknown[], T>(
  work: (...given: A) => Promise<T>,
): (...given: A) => Promise<T> {
  return async (...given) => {
    try {
      return await work(...given);
    } catch (thrown) {
      if (thrown instanceof Error && typeof thrown.stack === "string") {
        const stack = thrown.stack.replace(/blob:null\/[\w-]+/g, (url) => names.get(url) ?? url);
        Reflect.defineProperty(thrown, "stack", {
          value: stack,
          configurable: true,
          writable: true,
        });
      }
      throw thrown;
    }
  };
}
