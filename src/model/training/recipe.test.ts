import { beforeAll, describe, expect, it, vi } from "vitest";
import {
  checkpointNotes,
  evaluate,
  generate,
  openTrained,
  prepare,
  Random,
  type RecipeOptions,
  recipes,
  sonnets,
  train,
} from "../index.ts";
import { readFile, writeFile } from "./file.ts";
import * as starting from "./start-thread.ts";

let text = "";
beforeAll(async () => {
  // The same bits with one thread, and quicker to begin.
  vi.spyOn(starting, "startThread").mockReturnValue(undefined);
  text = (await sonnets()).slice(0, 20_000);
});

const chinese = `${"墙上坐着一个蛋，蛋从墙上掉下来。国王的马和国王的人，都不能把蛋拼起来。\n".repeat(80)}`;

/** Trains up to a step, and gives its checkpoint and the losses on the way. */
async function run(options: RecipeOptions, until?: number) {
  const prepared = prepare(text, options);
  const training = train(prepared.options);
  const losses: number[] = [];
  for await (const { step, loss } of training) {
    losses.push(loss);
    if (step === until) break;
  }
  return { ...prepared, losses, file: training.checkpoint(prepared.notes) };
}

describe("prepare", () => {
  it("trains a GPT that learns what comes next in a text it has not seen", async () => {
    const { options, model, tokenizer } = prepare(text, { steps: 60 });
    const batches = options.evaluate?.batches ?? [];
    const before = evaluate(model, batches);
    expect(before).toBeCloseTo(Math.log(tokenizer.size), 1);
    let heldOut: number | undefined;
    for await (const report of train(options)) heldOut = report.heldOut ?? heldOut;
    expect(heldOut).toBe(evaluate(model, batches));
    expect(heldOut).toBeLessThan(before - 0.5);
  });

  it("holds out the last tenth, of which at most 64 windows are evaluated", () => {
    const { options, tokenizer } = prepare(`${text.slice(0, 18_000)}${"Q".repeat(2000)}`);
    const letters = tokenizer.encode("Q".repeat(2000));
    const rows = (options.evaluate?.batches ?? []).flatMap(({ inputs }) => inputs);
    expect(rows.flat().every((token) => letters.includes(token))).toBe(true);
    const many = prepare(text.repeat(5)).options.evaluate?.batches ?? [];
    expect(many.flatMap(({ inputs }) => inputs)).toHaveLength(64);
    expect(new Set(tokenizer.merges.flat())).not.toContain("Q".charCodeAt(0));
  });

  it("gives the same bits for a seed, and others for another", async () => {
    const [one, again] = [await run({ steps: 3 }), await run({ steps: 3, seed: 1, size: "tiny" })];
    expect(again.file).toEqual(one.file);
    expect((await run({ steps: 3, seed: 2 })).losses).not.toEqual(one.losses);
  });

  it.each(Object.keys(recipes) as (keyof typeof recipes)[])("fits its sizes: %s", (size) => {
    const { model, tokenizer, options } = prepare(text.repeat(3), { size });
    const { vocabulary, context, steps } = recipes[size];
    expect(tokenizer.size).toBeLessThanOrEqual(vocabulary);
    expect(model.config).toMatchObject({ vocabulary: tokenizer.size, context });
    expect(tokenizer.special).toEqual(["<|endoftext|>"]);
    expect(options.steps).toBe(steps);
    const { schedule = () => 0 } = options;
    expect(schedule(0)).toBeLessThan(schedule(100));
    expect(schedule(steps)).toBeLessThan(schedule(100) / 5);
  });

  it("takes a text in any language, and one without spaces", () => {
    const { tokenizer } = prepare(chinese);
    expect(tokenizer.encode("国王的人").length).toBeLessThan(4);
    const random = new Random(1);
    const dna = Array.from({ length: 100_000 }, () => random.pick(["A", "C", "G", "T"])).join("");
    expect(prepare(dna).tokenizer.size).toBe(512);
  });

  it.each<[string, string, RecipeOptions]>([
    [
      "the text has 1999 characters, and at least 2000 are needed to learn from",
      "a".repeat(1999),
      {},
    ],
    [
      "the text has 5000001 characters, and no more than 5000000 can be learned from",
      "a".repeat(5_000_001),
      {},
    ],
    [
      'the last tenth of the text has 72 tokens, and size "medium" needs at least 129: give it a longer text or a smaller size',
      chinese,
      { size: "medium" },
    ],
    [
      'the beginning of the text has 4 tokens, and size "tiny" needs at least 33: give it a longer text',
      " ".repeat(2000),
      {},
    ],
    [
      'there is no size "huge": there are tiny, small, medium',
      chinese,
      { size: "huge" as unknown as "tiny" },
    ],
    ["steps must be a whole number of at least 1, got 0", chinese, { steps: 0 }],
    ["steps must be a whole number of at least 1, got 1.5", chinese, { steps: 1.5 }],
    ["seed must be a whole number, got 0.5", chinese, { seed: 0.5 }],
  ])("refuses: %s", (message, text, options) => {
    expect(() => prepare(text, options)).toThrow(new Error(`prepare: ${message}`));
  });
});

describe("a checkpoint of it", () => {
  const options = { steps: 6, seed: 3 };

  it("goes on with the same bits as if it had never stopped", async () => {
    const whole = await run(options);
    const half = await run(options, 4);
    expect(half.file).not.toEqual(whole.file);
    const rest = await run({ from: half.file });
    expect(rest.recipe).toEqual({ size: "tiny", ...options });
    expect(rest.losses).toEqual(whole.losses.slice(4));
    expect(rest.file).toEqual(whole.file);
  });

  it("goes on with its own text and options alone", async () => {
    const { file } = await run(options, 1);
    expect(() => prepare(`${text}.`, { from: file })).toThrow(
      "prepare: the checkpoint is of a training on another text",
    );
    expect(() => prepare(text, { from: file, steps: 7 })).toThrow(
      "prepare: the checkpoint's steps is 6, and it goes on with that; got 7",
    );
    expect(() => prepare(text, { from: file, ...options })).not.toThrow();
    const { tensors, texts } = readFile("test", file);
    const notes = (texts["notes"] ?? "").replace('"lr\\":0.003', '"lr\\":0.004');
    expect(() => prepare(text, { from: writeFile(tensors, { ...texts, notes }) })).toThrow(
      'prepare: the checkpoint is of another "tiny" than this version\'s',
    );
  });

  it("writes without the text, as the model that was trained", async () => {
    const { file, model, tokenizer } = await run(options, 5);
    const opened = openTrained(file);
    expect(opened).toMatchObject({ recipe: { size: "tiny", ...options }, step: 5 });
    const tokens = tokenizer.encode("Shall I ");
    const write = (one: typeof model) =>
      tokenizer.decode([...generate(one, tokens, { count: 20, random: new Random(1) })]);
    expect(write(opened.model)).toBe(write(model));
    expect(opened.tokenizer.save()).toBe(tokenizer.save());
    expect(opened.tokenizer.encode(text)).toEqual(tokenizer.encode(text));
  });

  it("is refused when it is none, or is not of a recipe", async () => {
    const bytes = new TextEncoder().encode("Humpty Dumpty sat on a wall");
    expect(() => openTrained(bytes)).toThrow(/^openTrained: this is no checkpoint, or a damaged/);
    expect(() => prepare(text, { from: bytes })).toThrow(/: this is no checkpoint, or a damaged/);
    const other = train(prepare(text).options).checkpoint();
    const missing = "this checkpoint has no notes of a recipe";
    expect(() => openTrained(other)).toThrow(`openTrained: ${missing}`);
    expect(() => prepare(text, { from: other })).toThrow(`prepare: ${missing}`);
  });

  it("is refused when its notes do not fit it, before memory is taken for what they claim", async () => {
    const { file } = await run(options, 1);
    const notes = checkpointNotes(file);
    const model = JSON.parse(notes["model"] ?? "");
    const recipe = JSON.parse(notes["recipe"] ?? "");
    const { tensors, texts } = readFile("test", file);
    const open = (changed: Record<string, unknown>) => () =>
      openTrained(
        writeFile(tensors, {
          ...texts,
          notes: JSON.stringify({
            ...notes,
            ...Object.fromEntries(Object.entries(changed).map(([k, v]) => [k, JSON.stringify(v)])),
          }),
        }),
      );
    expect(open({})).not.toThrow();
    for (const name of ["context", "layers", "channels"])
      expect(open({ model: { ...model, [name]: 1e9 } }), name).toThrow("larger than the file");
    expect(open({ model: { ...model, layers: -1 } })).toThrow("layers must be a whole number");
    expect(open({ model: { ...model, layers: "2" } })).toThrow("layers must be a whole number");
    expect(open({ model: {} })).toThrow("openTrained: ");
    expect(open({ model: { ...model, layers: 1, positions: "none" } })).not.toThrow();
    expect(open({ model: { ...model, channels: 16 } })).toThrow("tokens.weight is not [512,16]");
    expect(open({ model: null })).toThrow("no notes of a recipe");
    expect(open({ tokenizer: { tokenizer: "characters" } })).toThrow("loadTokenizer: ");
    expect(open({ recipe: { ...recipe, size: "__proto__" } })).toThrow("there is no size");
    expect(open({ recipe: { ...recipe, steps: "many" } })).toThrow("steps must be");
  });
});
