import { describe, expect, it } from "vitest";
import {
  BytePairTokenizer,
  GPT,
  generate,
  modelFiles,
  openModelFiles,
  Random,
  rhyme,
} from "../index.ts";

const text = rhyme.repeat(4);
const tokenizer = BytePairTokenizer.train(text, { size: 300, special: ["<|endoftext|>"] });
const model = new GPT({
  ...{ vocabulary: tokenizer.size, context: 16, layers: 2, heads: 2, channels: 8 },
  random: new Random(1),
});

const write = (one: GPT, by: BytePairTokenizer): string =>
  by.decode([...generate(one, by.encode("Humpty"), { count: 20, random: new Random(2) })]);

describe("a model's files", () => {
  it("are the four that transformers read, and bring back what was written", async () => {
    const files = modelFiles(model, tokenizer);
    expect(Object.keys(files).sort()).toEqual([
      ...["config.json", "merges.txt", "model.safetensors", "vocab.json"],
    ]);
    const opened = await openModelFiles(files);
    expect(write(opened.model, opened.tokenizer)).toBe(write(model, tokenizer));
    const blob = new Blob([files["model.safetensors"] as Uint8Array<ArrayBuffer>]);
    const again = await openModelFiles({ ...files, "model.safetensors": blob });
    expect(modelFiles(again.model, again.tokenizer)).toEqual(files);
  });

  it("are refused where model and tokenizer do not belong together", async () => {
    const other = BytePairTokenizer.train(text, { size: 280 });
    expect(() => modelFiles(model, other)).toThrow(
      "modelFiles: the model has 300 tokens and the tokenizer 280: they do not belong together",
    );
    const smaller = new GPT({ ...model.config, vocabulary: 280, random: new Random(1) });
    const { "vocab.json": vocabulary, "merges.txt": merges } = modelFiles(model, tokenizer);
    const mixed = { ...modelFiles(smaller, other), "vocab.json": vocabulary, "merges.txt": merges };
    await expect(openModelFiles(mixed)).rejects.toThrow("openModelFiles: the model has 280 tokens");
  });
});
