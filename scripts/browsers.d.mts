/** Paths of the browsers on this machine; a browser that is not there is undefined. */
export function findBrowsers(): Promise<{
  chromium: string | undefined;
  headless: string | undefined;
  firefox: string | undefined;
  webkit: string | undefined;
}>;
