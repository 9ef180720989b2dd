import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { Builder, By, Key } from "selenium-webdriver";
import type { Engine } from "./engine.ts";
import { expression } from "./expression.ts";
import { limited } from "./limit.ts";

/** WebKitGTK's MiniBrowser, driven through WebKitWebDriver on a screen that nobody sees. */
export async function openWebKit(path: string): Promise<Engine> {
  const { screen, display } = await openScreen();
  const port = await freePort();
  const [program, ...args] = limited("WebKitWebDriver", `--port=${port}`);
  const server = spawn(program, args, {
    env: { ...process.env, DISPLAY: display },
    stdio: "ignore",
  });
  const end = (): void => {
    server.kill();
    screen.kill();
  };
  // A test that fails in the middle of this leaves nothing running.
  process.once("exit", end);
  await answering(port);
  const driver = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: path, args: ["--automation"] },
    })
    .build();
  await driver.manage().setTimeouts({ script: 180_000, pageLoad: 60_000 });
  return {
    name: "webkit",
    open: (url) => driver.get(url),
    evaluate: async (what, ...args) => {
      const given = (await driver.executeAsyncScript(`
        const end = arguments[arguments.length - 1];
        Promise.resolve().then(() => ${expression(what, args)}).then(
          (value) => end({ value }),
          (error) => end({ error: String(error) + "\\n" + (error && error.stack) }),
        );`)) as { value: never; error?: string };
      if (given.error !== undefined) throw new Error(given.error);
      return given.value;
    },
    click: (selector) => driver.findElement(By.css(selector)).click(),
    type: async (text) => void (await driver.actions().sendKeys(text).perform()),
    press: async (key) => {
      const keys = key.split("+").map(keyCode);
      const actions = driver.actions();
      for (const one of keys) actions.keyDown(one);
      for (const one of keys.reverse()) actions.keyUp(one);
      await actions.perform();
    },
    reload: () => driver.navigate().refresh(),
    close: async () => {
      await driver.quit().catch(() => undefined);
      end();
      process.off("exit", end);
    },
  };
}

const names: Record<string, string> = {
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
  Backspace: Key.BACK_SPACE,
};

/** WebDriver has a code for each key that types nothing. */
function keyCode(name: string): string {
  if (name.length === 1) return name;
  const code = names[name] ?? (Key as unknown as Record<string, unknown>)[name.toUpperCase()];
  if (typeof code !== "string") throw new Error(`no key ${name}`);
  return code;
}

/** Xvfb picks a free number for the screen and tells it. */
async function openScreen(): Promise<{ screen: ChildProcess; display: string }> {
  const screen = spawn(
    "Xvfb",
    ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
    {
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  const [number] = (await once(screen.stdout, "data")) as [Buffer];
  return { screen, display: `:${number.toString().trim()}` };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}

async function answering(port: number): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const up = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("WebKitWebDriver did not start");
}
