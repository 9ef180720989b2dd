import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  BytePairTokenizer,
  beamSearch,
  GPT,
  generate,
  modelFiles,
  openTrained,
  prepare,
  Random,
  train,
} from "../index.ts";
import * as starting from "../training/start-thread.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "humpty-generate-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const [model, exported] = [at("model"), at("exported")];

/** Characters of one to four bytes. */
const text =
  "墙上坐着一个蛋 🥚, Humpty Dumpty, für immer.\nAll the king's horses, 国王的马。\n".repeat(50);

beforeAll(async () => {
  vi.spyOn(starting, "startThread").mockReturnValue(undefined);
  const { options, notes } = prepare(text, { steps: 20 });
  const training = train(options);
  for await (const _ of training);
  writeFileSync(model, training.checkpoint(notes));
  expect(await run(["export", model, exported])).toMatchObject({ code: 0 });
});

const written = async (...parts: string[]) => {
  const { code, out, error } = await run(["generate", ...parts]);
  expect({ code, error }).toEqual({ code: 0, error: "" });
  return out;
};

describe("humpty generate", () => {
  it("writes what generate does, prompt first, and nothing else", async () => {
    const { model: gpt, tokenizer } = openTrained(readFileSync(model));
    const stop = [tokenizer.specialToken("<|endoftext|>")];
    const expected = (prompt: string, options: object, tokens = tokenizer.encode(prompt)) =>
      prompt + tokenizer.decode([...generate(gpt, tokens, { stop, count: 100, ...options })]);
    const random = () => new Random(1);
    expect(await written(model, "--prompt", "国王")).toBe(
      expected("国王", { temperature: 0.8, random: random() }),
    );
    expect(await written(model)).toBe(
      expected("", { temperature: 0.8, random: random() }, tokenizer.encode("\n")),
    );
    const all = "--count 30 --temperature 1.5 --top-k 40 --top-p 0.9 --seed 7".split(" ");
    const sampling = { count: 30, temperature: 1.5, topK: 40, topP: 0.9, random: new Random(7) };
    expect(await written(model, "--prompt", "A", ...all)).toBe(expected("A", sampling));
    expect(await written(model, "--prompt", "A", "--greedy")).toBe(expected("A", {}));
    const [beam] = beamSearch(gpt, tokenizer.encode("A"), { count: 9, width: 3, stop });
    expect(await written(model, "--prompt", "A", "--beam", "3", "--count", "9")).toBe(
      `A${tokenizer.decode(beam?.tokens ?? [])}`,
    );
  });

  it("writes the same for a seed, and something else for another", async () => {
    const one = await written(model, "--seed", "2");
    expect(await written(model, "--seed", "2")).toBe(one);
    expect(await written(model, "--seed", "3")).not.toBe(one);
  });

  it("writes as it goes, and characters only whole", async () => {
    const { out, written } = await run(["generate", model, "--temperature", "3"]);
    expect(written.length).toBeGreaterThan(10);
    // Bytes that are no character become � in the end; none is half of one that follows.
    const { tokenizer, model: gpt } = openTrained(readFileSync(model));
    const stop = [tokenizer.specialToken("<|endoftext|>")];
    const options = { count: 100, temperature: 3, stop, random: new Random(1) };
    const tokens = [...generate(gpt, tokenizer.encode("\n"), options)];
    expect(tokens.map((token) => tokenizer.decode([token])).join("")).not.toBe(out);
    expect(tokenizer.decode(tokens)).toBe(out);
  });

  it("ends with a line break on a terminal", async () => {
    const parts = ["generate", model, "--prompt", "A", "--count", "5"];
    const { out } = await run(parts);
    expect((await run(parts, { terminal: true })).out).toBe(`${out.trimEnd()}\n`);
  });

  it("writes the same from the folder that humpty export made", async () => {
    expect(readdirSync(exported).sort()).toEqual([
      ...["config.json", "merges.txt", "model.safetensors", "vocab.json"],
    ]);
    expect(await written(exported, "--prompt", "蛋")).toBe(await written(model, "--prompt", "蛋"));
  });

  it("writes with any folder in GPT-2's layout, and stops at <|endoftext|>", async () => {
    const other = at("other");
    const tokenizer = BytePairTokenizer.train(text, { size: 300, special: ["<|endoftext|>"] });
    const sizes = { vocabulary: 300, context: 8, layers: 1, heads: 1, channels: 4 };
    const gpt = new GPT({ ...sizes, random: new Random(1) });
    // The last token wins after every other.
    gpt.norm?.bias?.data.fill(1);
    gpt.tokens.weight.data.fill(1, 299 * 4);
    await run(["export", model, other]);
    for (const [name, content] of Object.entries(modelFiles(gpt, tokenizer)))
      writeFileSync(join(other, name), content);
    expect(await written(other, "--prompt", "A", "--greedy")).toBe("A");
  });

  it("says in one line what is wrong", async () => {
    const refused = async (...parts: string[]) => {
      const { code, out, error } = await run(["generate", ...parts]);
      expect(out).toBe("");
      expect(error.split("\n")).toHaveLength(2);
      return `${code} ${error.trimEnd()}`;
    };
    expect(await refused()).toBe("2 humpty: MODEL is missing: humpty generate MODEL");
    expect(await refused(at("absent"))).toBe(`1 humpty: ${at("absent")} is not there`);
    writeFileSync(at("note"), "Humpty Dumpty sat on a wall");
    expect(await refused(at("note"))).toMatch(/^1 humpty: .*note: this is no checkpoint, or a dam/);
    expect(await refused(folder)).toBe(
      `1 humpty: ${folder} has no model.safetensors: a GPT-2's folder has model.safetensors, config.json, vocab.json, merges.txt`,
    );
    const whole = "a whole number of at least 1";
    for (const [option, bad, expected] of [
      ["--count", "0", whole],
      ["--count", "ten", whole],
      ["--temperature", "0", "a number above 0"],
      ["--temperature", "", "a number above 0"],
      ["--top-k", "2.5", whole],
      ["--top-p", "1.1", "above 0 and at most 1"],
      ["--seed", "one", "a whole number"],
      ["--beam", "0", whole],
    ] as const)
      expect(await refused(model, option, bad)).toBe(
        `2 humpty: ${option} must be ${expected}, got "${bad}"`,
      );
    expect(await refused(model, "--greedy", "--temperature", "1")).toBe(
      "2 humpty: --greedy and --temperature exclude each other",
    );
    expect(await refused(model, "--beam", "2", "--seed", "1")).toBe(
      "2 humpty: --beam and --seed exclude each other",
    );
    const see = "see humpty generate --help";
    expect(await refused(model, "--size", "tiny")).toBe(
      `2 humpty: there is no option --size: ${see}`,
    );
    expect(await refused(model, "-x")).toBe(`2 humpty: there is no option -x: ${see}`);
    expect(await refused(model, "--prompt")).toBe(`2 humpty: --prompt needs a value: ${see}`);
    expect(await refused(model, "--greedy=yes")).toBe(`2 humpty: --greedy takes no value: ${see}`);
    expect(await refused(model, "--seed", "-1")).toBe(
      "2 humpty: --seed needs a value; one that begins with - is written --seed=-…",
    );
    expect(await written(model, "--seed=-1", "--count", "3")).not.toBe("");
  });
});

describe("humpty export", () => {
  it("keeps what is in a folder, but with --force", async () => {
    writeFileSync(join(exported, "config.json"), "mine");
    expect(await run(["export", model, exported])).toMatchObject({
      code: 1,
      error: `humpty: ${exported} is not empty: --force writes into it\n`,
    });
    expect(readFileSync(join(exported, "config.json"), "utf8")).toBe("mine");
    expect(await run(["export", model, exported, "--force"])).toMatchObject({ code: 0 });
    expect(readFileSync(join(exported, "config.json"), "utf8")).toContain("gpt2");
  });

  it("says in one line what is wrong", async () => {
    expect(await run(["export", model])).toMatchObject({
      code: 2,
      error: "humpty: FOLDER is missing: humpty export MODEL FOLDER\n",
    });
    expect(await run(["export", model, model])).toMatchObject({
      code: 1,
      error: `humpty: ${model} is a file, and a folder is expected\n`,
    });
    expect(await run(["export", at("absent"), at("new")])).toMatchObject({ code: 1 });
    expect(readdirSync(folder)).not.toContain("new");
  });
});

describe("humpty", () => {
  it("tells how it is used, and which version it is", async () => {
    const { version } = JSON.parse(readFileSync("src/model/package.json", "utf8"));
    expect(await run(["--version"])).toMatchObject({ code: 0, out: `${version}\n`, error: "" });
    const { out: help } = await run(["--help"]);
    for (const name of ["train", "generate", "export"]) {
      expect(help).toContain(`\n  ${name} `);
      const { code, out, error } = await run([name, "--help"]);
      expect({ code, error }).toEqual({ code: 0, error: "" });
      expect(out).toMatch(new RegExp(`^humpty ${name} [A-Z]`));
    }
    expect(await run([])).toMatchObject({ code: 2, out: "", error: help });
    expect(await run(["toString"])).toMatchObject({ code: 2 });
  });

  it("ends quietly where its reader leaves early", () => {
    const program = join(import.meta.dirname, "humpty.ts");
    const line = `"${process.execPath}" "${program}" generate "${model}" --count 400; echo $? >&2`;
    const { stderr } = spawnSync("sh", ["-c", `{ ${line}; } | head -c 1`], { encoding: "utf8" });
    expect(stderr).toBe("0\n");
  });
});
