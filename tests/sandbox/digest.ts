import { AdamW, batches, CharacterTokenizer, GPT, Random, train } from "@humpty/model";

// A cell that trains a GPT for 50 steps, with all that makes a training: batches, dropout, clipping, weight decay.
const text = "Humpty Dumpty sat on a wall, Humpty Dumpty had a great fall. ".repeat(4);
const tokenizer = new CharacterTokenizer(text);
const random = new Random(5);
const sizes = { context: 24, layers: 2, heads: 2, channels: 32, dropout: 0.1 };
const model = new GPT({ vocabulary: tokenizer.size, ...sizes, random });
const optimizer = new AdamW(model.parameters(), { lr: 3e-3, weightDecay: 0.1 });
const data = batches(tokenizer.encode(text), { batch: 6, context: 24, random });

const losses: number[] = [];
for await (const { loss } of train({ model, data, optimizer, steps: 50, clip: 1 }))
  losses.push(loss);

// FNV-1a over the bits of all weights.
let hash = 0x811c9dc5;
for (const weight of model.parameters())
  for (const bits of new Uint32Array(Float32Array.from(weight.data).buffer))
    hash = Math.imul(hash ^ bits, 0x01000193);

export const first = losses[0] ?? Number.NaN;
export const last = losses.at(-1) ?? Number.NaN;
export const weights: string = (hash >>> 0).toString(16);
