import { type KeyInput, launch } from "puppeteer-core";
import type { Engine } from "./engine.ts";
import { expression } from "./expression.ts";
import { limitProcess } from "./limit.ts";

export async function openFirefox(path: string): Promise<Engine> {
  const browser = await launch({
    browser: "firefox",
    executablePath: path,
    headless: true,
    protocolTimeout: 180_000,
    // Megabytes; less than readers have, so that a bomb goes off soon.
    extraPrefsFirefox: { "javascript.options.mem.max": 300, "dom.workers.options.mem.max": 300 },
  });
  const pid = browser.process()?.pid;
  if (pid !== undefined) limitProcess(pid);
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  return {
    name: "firefox",
    open: async (url) => void (await page.goto(url)),
    evaluate: (what, ...args) => page.evaluate(expression(what, args)) as Promise<never>,
    click: (selector) => page.click(selector),
    type: (text) => page.keyboard.type(text),
    press: async (key) => {
      const keys = key.split("+") as KeyInput[];
      for (const one of keys) await page.keyboard.down(one);
      for (const one of keys.reverse()) await page.keyboard.up(one);
    },
    reload: async () => void (await page.reload()),
    close: () => browser.close(),
  };
}
