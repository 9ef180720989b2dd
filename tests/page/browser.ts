import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findBrowsers } from "../../scripts/browsers.mjs";

/** Chromium as installed, for what needs all that Playwright can do: for tests the one that opens pages quickly, for measures the one that readers have. */
export async function launch(which: "headless" | "chromium" = "headless"): Promise<Browser> {
  const found = await findBrowsers();
  return chromium.launch({
    executablePath: found[which] ?? "",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A page that collects what goes wrong on it: errors, refusals of its policy, requests to elsewhere. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; wrongs: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const wrongs: string[] = [];
  page.on("pageerror", (error) => wrongs.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") wrongs.push(message.text());
  });
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== new URL(url).host)
      wrongs.push(`request to ${request.url()}`);
  });
  await page.goto(url);
  return { page, wrongs };
}
