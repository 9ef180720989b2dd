import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Adam, AdamW, type Optimizer, Random, randn, SGD, Tensor } from "../index.ts";
import { checkpoint, checkpointNotes, restore } from "./checkpoint.ts";
import { readFile, writeFile } from "./file.ts";
import type { Trainable } from "./model.ts";

/** A model of two parameters, with a step made and a generator that was drawn from. */
function state(seed: number, { named = true, rule = AdamW as typeof AdamW | typeof SGD } = {}) {
  const random = new Random(seed);
  const [weight, bias] = [randn([2, 3], random).requireGrad(), randn([3], random).requireGrad()];
  const model: Trainable = { parameters: () => [weight, bias] };
  if (named) model.namedParameters = () => new Map(Object.entries({ weight, bias }));
  const optimizer: Optimizer = new rule([weight, bias], { lr: 0.1 * seed });
  weight.mul(bias).sum().backward();
  optimizer.step();
  return { model, optimizer, random: [random], step: 10 * seed };
}

type State = ReturnType<typeof state>;

const all = ({ model, optimizer, random, step }: State) => ({
  weights: model.parameters().map((one) => one.toList()),
  optimizer: optimizer instanceof AdamW ? optimizer.state() : undefined,
  random: random.map(({ state }) => state),
  lr: optimizer.lr,
  step,
});

describe("checkpoint", () => {
  it.each([
    ["AdamW", { rule: AdamW }],
    ["SGD", { rule: SGD }],
    ["parameters without names", { named: false }],
  ])("restores all that the next step depends on: %s", (_, options) => {
    const [saved, other] = [state(1, options), state(2, options)];
    const step = restore(checkpoint(saved), other);
    expect({ ...all(other), step }).toEqual(all(saved));
  });

  it("keeps notes in any language", () => {
    const notes = { tokenizer: '{"tokenizer":"characters"}', 模型: "蛋🥚\n" };
    expect(checkpointNotes(checkpoint(state(1), notes))).toEqual(notes);
    expect(checkpointNotes(checkpoint(state(1)))).toEqual({});
  });

  it("is a safetensors file: the header's length, JSON, the numbers in rows", () => {
    const saved = state(1);
    const bytes = checkpoint(saved);
    const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
    expect((8 + length) % 8).toBe(0);
    expect(Object.keys(header)).toEqual([
      ...["__metadata__", "model.weight", "model.bias"],
      ...["optimizer.means", "optimizer.squares"],
    ]);
    expect(header["model.bias"]).toEqual({ dtype: "F32", shape: [3], data_offsets: [24, 36] });
    const bias = new Float32Array(bytes.slice(8 + length + 24, 8 + length + 36).buffer);
    expect([...bias]).toEqual(saved.model.parameters()[1]?.toList());
    for (const text of Object.values(header.__metadata__)) expect(text).toBeTypeOf("string");
  });

  it("is refused, and nothing changed, when any bit of it is wrong", () => {
    const bytes = checkpoint(state(1), { note: "é" });
    const other = state(2);
    const before = all(other);
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const wrong = bytes.slice();
      wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => restore(wrong, other), `bit ${bit}`).toThrow(
        /^restore: this is no checkpoint, or a damaged one: /,
      );
    }
    expect(all(other)).toEqual(before);
  });

  it("is refused when it was cut off, is longer, or is something else", () => {
    const bytes = checkpoint(state(1));
    for (let length = 0; length < bytes.length; length++)
      expect(() => restore(bytes.slice(0, length), state(2))).toThrow(/^restore: this is no check/);
    const longer = new Uint8Array([...bytes, 0]);
    expect(() => restore(longer, state(2))).toThrow("damaged one: 1 bytes are left over");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(() => checkpointNotes(bytes)).toThrow(/^checkpointNotes: this is no checkpoint/);
      }),
    );
    for (const json of ["null", "[]", "1", '{"a":null}', '{"a":{"dtype":"F32"}}', "{}"]) {
      const header = [json.length, 0, 0, 0, 0, 0, 0, 0, ...new TextEncoder().encode(json)];
      const file = new Uint8Array(header);
      expect(() => restore(file, state(2)), json).toThrow(/^restore: this is no checkpoint/);
    }
  });

  it("can be read wherever it begins in a larger block", () => {
    const saved = state(1);
    const bytes = checkpoint(saved);
    const block = new Uint8Array(bytes.length + 3);
    block.set(bytes, 3);
    const other = state(2);
    restore(block.subarray(3), other);
    expect(all(other).weights).toEqual(all(saved).weights);
  });

  it("of another model, optimizer or number of generators is refused, and nothing changed", () => {
    const bytes = checkpoint(state(1));
    const other = state(2);
    const refused = (changed: Partial<State>, words: string) => {
      const changedState = { ...other, ...changed };
      const before = all(changedState);
      expect(() => restore(bytes, changedState)).toThrow(words);
      expect(all(changedState)).toEqual(before);
    };
    refused(
      { random: [] },
      "restore: the checkpoint is of a training with 1 generators of random numbers, this one has 0",
    );
    const [weight, bias] = other.model.parameters();
    const model = (named: Record<string, Tensor | undefined>): Trainable => {
      const map = new Map(
        Object.entries(named).flatMap(([name, one]) => (one ? [[name, one]] : [])),
      );
      return { parameters: () => [...map.values()], namedParameters: () => map };
    };
    const [wide, one] = [randn([3, 2], new Random(1)), new Tensor(new Float32Array(1), [1])];
    refused(
      { model: model({ weight: wide, bias }) },
      "restore: the checkpoint is of another model: model.weight is [3, 2] here, and [2, 3] there",
    );
    refused(
      { model: model({ weight, bias, scale: one }) },
      "restore: the checkpoint is of another model: model.scale is [1] here, and missing there",
    );
    const fewer = new Adam([weight as Tensor], { lr: 1 });
    refused(
      { model: model({ weight }), optimizer: fewer },
      "restore: the checkpoint is of another model: it has model.bias, this one has not",
    );
    refused(
      { optimizer: new SGD(other.optimizer.parameters, { lr: 1 }) },
      "restore: the checkpoint is of another optimizer: it has the running means that AdamW keeps",
    );
    expect(() => restore(checkpoint(state(1, { rule: SGD })), other)).toThrow(
      "restore: the checkpoint is of another optimizer: it lacks the running means that AdamW keeps",
    );
    refused({ optimizer: fewer }, "AdamW: the state is for 9 parameters, not for 6");
  });
});

describe("a file of tensors", () => {
  it("gives back any shapes, names and texts, each number with its bits", () => {
    const tensors = fc.dictionary(
      fc.string({ unit: "grapheme" }).map((name) => `model.${name}`),
      fc.float32Array({ maxLength: 9 }),
    );
    fc.assert(
      fc.property(tensors, fc.string({ unit: "binary" }), (lists, text) => {
        const named = new Map(
          Object.entries(lists).map(([name, list]) => [name, new Tensor(list, [list.length, 1])]),
        );
        const read = readFile("test", writeFile(named, { text }));
        expect(read.texts).toEqual({ text });
        expect([...read.tensors.keys()].sort()).toEqual([...named.keys()].sort());
        for (const [name, one] of named) {
          expect(read.tensors.get(name)?.shape).toEqual(one.shape);
          expect(read.tensors.get(name)?.data).toEqual(one.data);
        }
      }),
    );
  });
});
