import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import fixture from "../fixtures/gpt2.json" with { type: "json" };
import {
  exportGPT2,
  GPT,
  type GPTConfig,
  loadGPT2,
  noGrad,
  Random,
  readGPT2Config,
  readSafetensors,
  type Tensor,
  writeGPT2Config,
  writeSafetensors,
  zeros,
} from "../index.ts";

const file = await readFile(new URL("../fixtures/gpt2.safetensors", import.meta.url));
const config = JSON.stringify(fixture.config);
const sizes = { vocabulary: 9, context: 5, layers: 2, heads: 2, channels: 4 };
const make = (more: Partial<GPTConfig> = {}) =>
  new GPT({ ...sizes, ...more, random: new Random(2) });

/** The fixture with its tensors changed. */
async function changed(change: (tensors: Map<string, Tensor>) => void): Promise<Uint8Array> {
  const { tensors } = await readSafetensors(file);
  change(tensors);
  return writeSafetensors(tensors);
}

describe("GPT-2 of Hugging Face", () => {
  it("is loaded and says what PyTorch says", async () => {
    const model = await loadGPT2(file, { config });
    const said = noGrad(() => model.forward([fixture.text])).toArray() as number[][][];
    for (const [t, row] of fixture.scores.entries())
      for (const [i, score] of row.entries())
        expect(Math.abs((said[0]?.[t]?.[i] ?? Number.NaN) - score)).toBeLessThan(
          1e-4 * Math.max(1, Math.abs(score)),
        );
  });

  it("goes out and comes in again with the same bits, whatever may differ in a GPT-2", async () => {
    for (const more of [{}, { tied: false }, { activation: "relu" as const }, { eps: 1e-3 }]) {
      const model = make(more);
      const out = exportGPT2(model);
      const again = await loadGPT2(out["model.safetensors"], { config: out["config.json"] });
      const scores = (one: GPT) => one.forward([[1, 2, 3]]).toList();
      expect(scores(again)).toEqual(scores(model));
      const { bias, norm, ...written } = { ...again.config };
      expect(written).toMatchObject({ ...sizes, ...more });
    }
  });

  it("lies in the file as Hugging Face has it: names, sides, notes", async () => {
    const model = make();
    const { tensors, metadata } = await readSafetensors(exportGPT2(model)["model.safetensors"]);
    expect(metadata).toEqual({ format: "pt" });
    expect(tensors.get("transformer.h.1.attn.c_attn.weight")?.toRows()).toEqual(
      model.blocks[1]?.attention?.qkv.weight.transpose().toRows(),
    );
    const [theirs] = [(await readSafetensors(file)).tensors];
    expect([...tensors.keys()].sort()).toEqual([...theirs.keys()].sort());
  });

  it("may have half the bits", async () => {
    const model = make({ channels: 32 });
    for (const dtype of ["F16", "BF16"] as const) {
      const out = exportGPT2(model, { dtype });
      const full = exportGPT2(model)["model.safetensors"].length;
      expect(out["model.safetensors"].length).toBeLessThan(0.75 * full);
      const again = await loadGPT2(out["model.safetensors"], { config: out["config.json"] });
      const [a, b] = [again, model].map((one) => one.forward([[1, 2, 3]]).toList());
      for (const [i, one] of a?.entries() ?? []) expect(one).toBeCloseTo(b?.[i] ?? Number.NaN, 2);
    }
  });

  it("is read with or without the prefix, with old files' masks and a copy of the tied last layer", async () => {
    const wanted = (await loadGPT2(file, { config })).forward([[1, 2]]).toList();
    const old = await changed((tensors) => {
      for (const [name, one] of [...tensors]) {
        tensors.delete(name);
        tensors.set(name.replace("transformer.", ""), one);
      }
      tensors.set("h.0.attn.bias", zeros([1, 1, 8, 8]));
      tensors.set("h.1.attn.masked_bias", zeros([]));
      tensors.set("lm_head.weight", zeros([17, 8]));
    });
    expect((await loadGPT2(old, { config })).forward([[1, 2]]).toList()).toEqual(wanted);
  });

  it("tells its sizes without a config where heads have 64 channels", async () => {
    const wide = make({ channels: 128, heads: 2, layers: 3 });
    const again = await loadGPT2(exportGPT2(wide)["model.safetensors"]);
    expect(again.config).toMatchObject({ ...sizes, channels: 128, layers: 3 });
    await expect(loadGPT2(file)).rejects.toThrow("how many heads share 8 channels cannot be told");
    await expect(loadGPT2(writeSafetensors(new Map([["a", zeros([2])]])))).rejects.toThrow(
      "loadGPT2: wte.weight is missing or no table: is this a GPT-2?",
    );
  });

  it.each<[string, (tensors: Map<string, Tensor>) => void, string]>([
    [
      "missing",
      (one) => one.delete("transformer.h.1.ln_2.bias"),
      "loadGPT2: h.1.ln_2.bias is missing",
    ],
    [
      "missing, with others",
      (one) => ["wte.weight", "ln_f.bias"].map((name) => one.delete(`transformer.${name}`)),
      "loadGPT2: wte.weight is missing, and 1 more",
    ],
    [
      "unknown",
      (one) => one.set("transformer.h.2.ln_1.bias", zeros([8])),
      "loadGPT2: this GPT-2 has no place for transformer.h.2.ln_1.bias",
    ],
    [
      "of another shape",
      (one) => one.set("transformer.h.0.attn.c_attn.weight", zeros([24, 8])),
      "loadGPT2: transformer.h.0.attn.c_attn.weight must be [8, 24], got [24, 8]",
    ],
  ])("with a tensor that is %s is refused", async (_, change, words) => {
    await expect(loadGPT2(await changed(change), { config })).rejects.toThrow(words);
  });
});

describe("config.json", () => {
  const read = (change: object) => () =>
    readGPT2Config(JSON.stringify({ ...fixture.config, ...change }));

  it("of another kind of model is refused, naming the field", () => {
    expect(() => readGPT2Config("{")).toThrow("readGPT2Config: config.json is not JSON");
    expect(() => readGPT2Config("[]")).toThrow("readGPT2Config: config.json is no JSON object");
    expect(read({ n_layer: "2" })).toThrow('n_layer must be a whole number of at least 1, got "2"');
    expect(read({ n_head: undefined })).toThrow("n_head must be a whole number");
    expect(read({ model_type: "llama" })).toThrow(
      'model_type is "llama"; models with "gpt2" can be read',
    );
    expect(read({ activation_function: "silu" })).toThrow('activation_function is "silu"');
    expect(read({ scale_attn_by_inverse_layer_idx: true })).toThrow("can be read");
    expect(read({ n_inner: 10 })).toThrow("n_inner is 10; four times n_embd, 32, can be read");
    expect(read({ layer_norm_epsilon: 0 })).toThrow("layer_norm_epsilon must be more than 0");
  });

  it("is not written of a model that is no GPT-2", () => {
    const others: Partial<GPTConfig>[] = [
      { bias: false },
      { norm: "post" },
      { residual: false },
      { attention: "average" },
      { positions: "rotary" },
    ];
    for (const one of others) {
      const [[name, value] = []] = Object.entries(one);
      expect(() => writeGPT2Config({ ...sizes, ...one })).toThrow(
        `exportGPT2: ${name} is ${JSON.stringify(value)}, and in a GPT-2 it is`,
      );
    }
  });
});
