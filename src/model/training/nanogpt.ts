import { batches, windows } from "../data/batches.ts";
import { sonnets } from "../data/sonnets.ts";
import { splitData } from "../data/split-data.ts";
import { GPT } from "../gpt.ts";
import { AdamW } from "../optimizers.ts";
import { Random } from "../random.ts";
import { CharacterTokenizer } from "../tokenizers/characters.ts";
import { cosine, warmup } from "./schedules.ts";
import { type Training, train } from "./train.ts";

/**
 * nanoGPT's recipe for a laptop's processor (Karpathy 2022, config/train_shakespeare_char.py with the sizes that its readme gives for a CPU), on the
 * sonnets by characters: the proof that this package learns what PyTorch learns.
 */
export const recipe = {
  sizes: { layers: 4, heads: 4, channels: 128, context: 64, bias: false, dropout: 0 },
  batch: 12,
  steps: 2000,
  rate: { from: 1e-3, to: 1e-4, warmup: 100 },
  betas: [0.9, 0.99],
  weightDecay: 0.1,
  clip: 1,
  /** How much of the text is trained on: its beginning. */
  fraction: 0.9,
  /** Held-out text is evaluated whole, in windows side by side. */
  every: 250,
} as const;

export interface NanoGPT {
  model: GPT;
  tokenizer: CharacterTokenizer;
  training: Training;
}

/**
 * The recipe, ready to run.
 * @param seed of the weights; the batches are drawn from seed + 1
 * @param stop after how many steps to leave off, where not after all; the rates stay those of the whole
 */
export async function nanoGPT({
  seed = 1,
  stop,
}: {
  seed?: number;
  stop?: number;
} = {}): Promise<NanoGPT> {
  const { batch, steps, rate, betas, weightDecay, clip, fraction, every, sizes } = recipe;
  const text = await sonnets();
  const tokenizer = new CharacterTokenizer(text);
  const [tokens, heldOut] = splitData(tokenizer.encode(text), fraction);
  const model = new GPT({ vocabulary: tokenizer.size, ...sizes, random: new Random(seed) });
  const { context } = sizes;
  const decays = ({ shape }: { shape: readonly number[] }) => shape.length > 1;
  const training = train({
    model,
    data: batches(tokens, { batch, context, random: new Random(seed + 1) }),
    optimizer: new AdamW(model.parameters(), { lr: rate.from, betas, weightDecay, decays }),
    schedule: warmup(
      rate.warmup,
      cosine({ from: rate.from, to: rate.to, steps: steps - rate.warmup }),
    ),
    evaluate: { every, batches: windows(heldOut, { batch, context }) },
    steps: stop ?? steps,
    clip,
  });
  return { model, tokenizer, training };
}

// node src/model/training/nanogpt.ts [steps] [seed]: a line of JSON for each evaluation, and the loss at every tenth step.
if (import.meta.main) {
  const [stop, seed] = process.argv.slice(2).map(Number);
  const { training } = await nanoGPT({ stop, seed });
  for await (const report of training)
    if (report.step % 10 === 0 || report.heldOut !== undefined) console.log(JSON.stringify(report));
}
