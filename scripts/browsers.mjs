// Finds the browsers that the tests drive, and gets what is missing where that can be done without asking.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./install.mjs";

const chromiumNames = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const headlessName = "chromium-headless-shell";
const chromiumPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const miniBrowsers = ["x86_64", "aarch64"].map(
  (cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
);

/**
 * Paths of the browsers on this machine; a browser that is not there is undefined. `headless` is Chromium without its own windows, where there
 * is one: it opens a page in a third of the time.
 */
export async function findBrowsers() {
  const chromium =
    process.env.CHROMIUM_PATH ??
    onPath(chromiumNames) ??
    chromiumPlaces.find(existsSync) ??
    (await playwrights());
  const headless = findHeadless();
  return {
    chromium: chromium ?? headless,
    headless: headless ?? chromium,
    firefox: process.env.FIREFOX_PATH ?? onPath(["firefox-esr", "firefox"]),
    webkit:
      onPath(["WebKitWebDriver"]) && onPath(["Xvfb"]) ? miniBrowsers.find(existsSync) : undefined,
  };
}

/**
 * Gets the browsers that are missing: Playwright's Chromium, else Debian's; Firefox and WebKit only from Debian's packages and
 * only for root, which on a person's own machine nobody is by accident. Throws when no Chromium can be had.
 */
export async function getBrowsers() {
  let found = await findBrowsers();
  const missing = [];
  if (!found.chromium) {
    console.log("No Chromium or Chrome here: asking Playwright for one…");
    spawnSync(process.execPath, ["node_modules/playwright-core/cli.js", "install", "chromium"], {
      stdio: "inherit",
      timeout: 300_000,
    });
    if (!(await playwrights())) missing.push("chromium");
  }
  if (!findHeadless()) missing.push(headlessName);
  if (!found.firefox) missing.push("firefox-esr");
  if (!found.webkit) missing.push("webkit2gtk-driver", "xvfb");
  if (missing.length > 0 && process.getuid?.() === 0 && onPath(["apt-get"])) {
    console.log(`Installing ${missing.join(", ")} from Debian's packages…`);
    const quiet = {
      env: { DEBIAN_FRONTEND: "noninteractive" },
      stdio: ["ignore", "ignore", "inherit"],
    };
    run("apt-get", ["update"], quiet);
    for (const name of missing)
      run("apt-get", ["install", "-y", "--no-install-recommends", name], quiet);
  }
  found = await findBrowsers();
  if (!found.chromium) {
    throw new Error(
      "The browser tests need Chromium or Chrome and none could be had: install one, or give its path in CHROMIUM_PATH.",
    );
  }
  for (const [name, path] of Object.entries(found)) {
    console.log(
      path
        ? `${name}: ${path}`
        : `${name}: not installed here and not to be had; its tests are skipped.`,
    );
  }
  return found;
}

const findHeadless = () => process.env.CHROMIUM_PATH ?? onPath([headlessName]);

async function playwrights() {
  const { chromium } = await import("playwright-core");
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function onPath(names) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    if (folder.includes("node_modules")) continue;
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return undefined;
}
