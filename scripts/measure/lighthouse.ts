import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import { findBrowsers } from "../browsers.mjs";

/** Lighthouse's scores for a phone, medians of five visits. */
export async function lighthouseScores(url: string): Promise<Record<string, number>> {
  const { chromium: executablePath = "" } = await findBrowsers();
  const port = 9333;
  const profile = mkdtempSync(join(tmpdir(), "humpty-lighthouse-"));
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    `--remote-debugging-port=${port}`,
  ];
  const context = await chromium.launchPersistentContext(profile, { executablePath, args });
  const scores: Record<string, number[]> = {};
  for (let i = 0; i < 5; i++) {
    const found = await lighthouse(url, { port, output: "json", logLevel: "error" });
    for (const [name, { score }] of Object.entries(found?.lhr.categories ?? {})) {
      scores[name] = [...(scores[name] ?? []), Math.round((score ?? 0) * 100)];
    }
  }
  await context.close();
  rmSync(profile, { recursive: true, force: true });
  return Object.fromEntries(
    Object.entries(scores).map(([name, list]) => [
      name,
      list.sort((a, b) => a - b)[2] ?? Number.NaN,
    ]),
  );
}
