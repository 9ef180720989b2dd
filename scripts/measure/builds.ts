import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Seconds that the site takes to build where nothing was ever built, and again after one chapter's prose has changed. */
export function buildSeconds(): { fromNothing: number; proseChanged: number } {
  const copy = mkdtempSync(join(tmpdir(), "humpty-build-"));
  try {
    const listed = execFileSync("git", ["ls-files", "-z", "-co", "--exclude-standard"]);
    for (const file of listed.toString().split("\0").filter(Boolean))
      cpSync(file, join(copy, file), { recursive: true });
    symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"));
    const fromNothing = build(copy);
    appendFileSync(join(copy, "chapters/03-attention/en.mdx"), "\nOne more sentence.\n");
    return { fromNothing, proseChanged: build(copy) };
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function build(cwd: string): number {
  const began = performance.now();
  // Astro's own cache lies in node_modules, which the copy shares.
  const args = ["build", "--outDir", join(cwd, "dist"), "--force"];
  const { status, stderr } = spawnSync("astro", args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`the build of a copy failed\n${stderr}`);
  return Math.round((performance.now() - began) / 1000);
}
