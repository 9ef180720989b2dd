import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it, vi } from "vitest";
import { project } from "./book.ts";
import { bundle } from "./bundle.ts";
import { declarations } from "./language/declarations.ts";

vi.mock("esbuild", { spy: true });

const imported = async (text: string): Promise<Record<string, unknown>> =>
  import(`data:text/javascript,${encodeURIComponent(text)}`);

describe("bundles", () => {
  it("of the packages give what cells import, with the names that readers see", async () => {
    const model = await imported(await bundle("model"));
    expect(Object.keys(model)).toContain("tensor");
    expect((model["Tensor"] as { name: string }).name).toBe("Tensor");
    const display = await imported(await bundle("display"));
    for (const name of ["show", "heatmap", "slider", "setHost", "describe", "withValue"])
      expect(display[name], name).toBeTypeOf("function");
  });

  it("of the worker and the frame are scripts on their own, without the packages", async () => {
    const [worker, frame] = [await bundle("worker"), await bundle("frame")];
    for (const text of [worker, frame]) expect(() => new Function(text)).not.toThrow();
    expect(brotliCompressSync(worker).length).toBeLessThan(6_000);
    expect(brotliCompressSync(frame).length).toBeLessThan(3_000);
  });

  it("of the language service and what it knows of the libraries are bounded, and TypeScript is in no other", async () => {
    const size = (text: string) => brotliCompressSync(text).length;
    const language = await bundle("language");
    expect(size(language) + size(JSON.stringify(declarations()))).toBeLessThan(900 * 1024);
    for (const name of ["worker", "frame", "display", "model"] as const)
      expect((await bundle(name)).length, name).toBeLessThan(300_000);
    expect(language).toContain("Copyright (c) Microsoft Corporation");
  });

  it("are made once", async () => {
    const kept = await bundle("model");
    vi.mocked(build).mockClear();
    expect(await bundle("model")).toBe(kept);
    expect(build).not.toHaveBeenCalled();
  });

  it("of the compiler is small enough to load when a reader edits", async () => {
    const { outputFiles } = await build({
      entryPoints: [join(project, "src/notebook/compile.ts")],
      bundle: true,
      write: false,
      minify: true,
      format: "esm",
    });
    const size = brotliCompressSync(outputFiles[0]?.contents ?? new Uint8Array(1e6)).length;
    expect(size).toBeLessThan(30_000);
  });
});
