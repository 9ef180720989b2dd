import { defineConfig } from "vitest/config";

const inBrowsers = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 15_000 } },
  // Three browsers on a busy machine: a test that hangs once is tried again; one that fails, fails again.
  retry: 2,
};
/** These take all the memory that they can get, and look at how a page bears it. */
const alone = ["tests/sandbox/{hostile,memory}.test.ts"];

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    // As in Node: the default import of a CommonJS module is the module.
    deps: { interopDefault: false },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Not a bar for speed: a busy machine may take its time.
          testTimeout: 60_000,
          include: [
            "src/**/*.test.{ts,tsx}",
            "components/**/*.test.ts",
            "scripts/**/*.test.ts",
            "pytorch/**/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          ...inBrowsers,
          name: "book",
          include: ["tests/**/*.test.ts"],
          exclude: alone,
          // A browser computes a cell on one core.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...inBrowsers,
          name: "book-alone",
          include: alone,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
