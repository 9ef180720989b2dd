import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { build } from "./build.ts";

it("the compiled kernels are what their source compiles to", { timeout: 60_000 }, async () => {
  const kept = await readFile(new URL("./wasm/binaries.ts", import.meta.url), "utf8");
  expect(await build()).toBe(kept);
});
