/** Compiles the AssemblyScript kernels, exact and fast, into `wasm/binaries.ts`: run it after a change there (`npm run kernels`). */
import { readFile, writeFile } from "node:fs/promises";
import asc from "assemblyscript/asc";

const folder = new URL("./assembly/", import.meta.url);

/** The module that holds both binaries, as text. */
export async function build(): Promise<string> {
  const [exact, fast] = [await compile([]), await compile(["--enable", "relaxed-simd"])];
  return [
    "// Made by ../build.ts from ../assembly: not to be edited.",
    "",
    "/** Multiplies, then adds: the same bits in every engine. */",
    `export const exact =\n  "${exact}";`,
    "",
    "/** Multiplies and adds at once where the engine can (relaxed SIMD). */",
    `export const fast =\n  "${fast}";`,
    "",
  ].join("\n");
}

async function compile(more: readonly string[]): Promise<string> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      ...["index.ts", "--outFile", "out.wasm", "-O3", "--noAssert", "--runtime", "stub"],
      ...[
        "--enable",
        "simd",
        ...more,
        "--importMemory",
        "--initialMemory",
        "1",
        "--disableWarning",
      ],
    ],
    {
      readFile: (name: string) => readFile(new URL(name, folder), "utf8").catch(() => null),
      writeFile: (name: string, contents: string | Uint8Array) => {
        if (name === "out.wasm" && typeof contents !== "string") binary = contents;
      },
    },
  );
  if (error || !binary) throw new Error(`The kernels do not compile: ${stderr.toString()}`);
  return Buffer.from(binary).toString("base64");
}

if (process.argv[1] === import.meta.filename)
  await writeFile(new URL("./wasm/binaries.ts", import.meta.url), await build());
