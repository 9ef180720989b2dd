import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type GPT, importBpe, loadGPT2, noGrad, readSafetensors } from "@humpty/model";
import { describe, expect, it } from "vitest";
import { gpt2Pieces } from "../src/model/tokenizers/bpe/pieces.ts";

/** What fixtures.py wrote down of train.py. */
interface Told {
  "train.py": string;
  training: Record<"one process" | "two processes", { before: number; after: number }>;
  humpty: Said[];
  trained: Said[];
  sonnets: number[];
  strings: { text: string; pieces: string[]; tokens: number[] }[];
}

/** Tokens, and the scores of the next after each beginning: [tokens, vocabulary], packed. */
interface Said {
  tokens: number[];
  logits: string;
}

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const file = (name: string): Buffer => readFileSync(path(name));
const text = (name: string): string => file(name).toString();
const told: Told = JSON.parse(text("fixtures/pytorch.json"));

const model = (folder: string): Promise<GPT> =>
  loadGPT2(file(`fixtures/${folder}/model.safetensors`), {
    config: text(`fixtures/${folder}/config.json`),
  });
const tokenizer = (folder: string) =>
  importBpe({
    "vocab.json": text(`fixtures/${folder}/vocab.json`),
    "merges.txt": text(`fixtures/${folder}/merges.txt`),
  });

const unpacked = (packed: string): Float32Array =>
  new Float32Array(Uint8Array.from(Buffer.from(packed, "base64")).buffer);

function expectClose(found: ArrayLike<number>, wanted: ArrayLike<number>): void {
  expect(found.length).toBe(wanted.length);
  const apart = Array.from(found, (x, i) => Math.abs(x - (wanted[i] ?? Number.NaN)));
  for (const [i, x] of apart.entries()) expect(x, `number ${i}`).toBeLessThan(1e-4);
}

const scores = (one: GPT, tokens: number[]): Float32Array =>
  noGrad(() => one.forward([tokens])).data.slice();

/** Whether there is a Python with PyTorch here: most machines have none, and need none. */
const torch = spawnSync("/usr/bin/env", ["python3", "-c", "import torch"], { timeout: 20_000 });
const hasTorch = torch.status === 0;

describe("train.py", () => {
  it("is the one that the fixtures are of: else run `python3 pytorch/fixtures.py`", () => {
    const digest = createHash("sha256").update(file("train.py")).digest("hex");
    expect(digest).toBe(told["train.py"]);
  });

  it("scores what Humpty exported as Humpty does", async () => {
    const humpty = await model("humpty");
    expect(told.humpty.map(({ tokens }) => tokens.length)).toContain(humpty.config.context);
    for (const { tokens, logits } of told.humpty)
      expectClose(scores(humpty, tokens), unpacked(logits));
  });

  it("writes, after training as two processes, what Humpty reads and scores alike", async () => {
    const trained = await model("trained");
    for (const { tokens, logits } of told.trained)
      expectClose(scores(trained, tokens), unpacked(logits));
  });

  it("learned: all weights have moved, and held-out text is less of a surprise", async () => {
    const [before, after] = await Promise.all(
      ["humpty", "trained"].map((one) =>
        readSafetensors(file(`fixtures/${one}/model.safetensors`)),
      ),
    );
    expect([...(after?.tensors.keys() ?? [])].sort()).toEqual(
      [...(before?.tensors.keys() ?? [])].sort(),
    );
    for (const [name, { data }] of after?.tensors ?? [])
      expect(data, name).not.toEqual(before?.tensors.get(name)?.data);
    const { "one process": one, "two processes": two } = told.training;
    expect(two.after).toBeLessThan(two.before - 0.1);
    expect(two.after).toBeCloseTo(one.after, 3);
  });

  it("keeps the configuration and the tokenizer as they were", () => {
    for (const name of ["config.json", "vocab.json", "merges.txt"])
      expect(text(`fixtures/trained/${name}`)).toBe(text(`fixtures/humpty/${name}`));
  });

  it("cuts awkward texts into the same pieces and tokens", () => {
    const trained = tokenizer("trained");
    expect(told.strings.length).toBeGreaterThan(20);
    for (const { text, pieces, tokens } of told.strings) {
      expect(gpt2Pieces(text)).toEqual(pieces);
      expect(trained.encode(text)).toEqual(tokens);
    }
    expect(trained.encode(text("fixtures/sonnets.txt"))).toEqual(told.sonnets);
  });

  const here = hasTorch
    ? "says the same here, run by python3"
    : "is not run here: python3 has no PyTorch";
  it.runIf(hasTorch)(here, { timeout: 60_000 }, async () => {
    const humpty = await model("humpty");
    for (const { tokens } of told.humpty.slice(1, 3)) {
      const options = ["logits", path("fixtures/humpty"), "--tokens", tokens.join()];
      const said = spawnSync("/usr/bin/env", ["python3", path("train.py"), ...options], {
        encoding: "utf8",
        timeout: 25_000,
      });
      expect(said.stderr).not.toContain("Error");
      expectClose(scores(humpty, tokens), JSON.parse(said.stdout).flat());
    }
  });
});
