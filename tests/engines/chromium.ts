import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Engine } from "./engine.ts";
import { expression } from "./expression.ts";
import { limited } from "./limit.ts";

/**
 * Chromium's own flags in place of Playwright's, which turn off the isolation of sandboxed frames that readers have: here a frame that runs out of
 * memory takes its process along, and the page stays.
 */
export async function openChromium(path: string): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), "humpty-chromium-"));
  const args = [
    ...[
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--no-first-run",
    ],
    ...[
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--mute-audio",
    ],
    ...[
      "--site-per-process",
      "--enable-features=IsolateSandboxedIframes",
      "--remote-debugging-pipe",
    ],
    // Less than readers have, so that a bomb goes off soon.
    ...["--js-flags=--max-old-space-size=300"],
    ...["--window-size=1280,800", `--user-data-dir=${profile}`],
  ];
  // Chromium limits its processes' memory itself, in the sandbox that root cannot have.
  const [program, ...rest] = limited(path, ...args);
  const browser = await chromium.launch({
    executablePath: program,
    ignoreDefaultArgs: true,
    args: rest,
  });
  // Playwright takes the whole page for dead when a frame's process dies: what is asked of it goes past that.
  const newPage = async () => {
    const page = await browser.newPage();
    const one = { page, session: await page.context().newCDPSession(page), crashed: false };
    page.on("crash", () => {
      one.crashed = true;
    });
    return one;
  };
  let at = await newPage();
  return {
    name: "chromium",
    open: async (url) => {
      if (at.crashed) {
        await at.page.close();
        at = await newPage();
      }
      await at.page.goto(url);
    },
    evaluate: async (what, ...args) => {
      const { result, exceptionDetails } = await at.session.send("Runtime.evaluate", {
        expression: expression(what, args),
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    click: (selector) => at.page.click(selector),
    type: (text) => at.page.keyboard.type(text),
    press: (key) => at.page.keyboard.press(key),
    reload: async () => void (await at.page.reload()),
    close: async () => {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
