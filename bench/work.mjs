import {
  AdamW,
  backend,
  GPT,
  generate,
  memoryUse,
  Random,
  scope,
  train,
  useBackend,
} from "../src/model/index.ts";

/** What is measured, the same in Node and in a page. Times in seconds. */

const now = () => performance.now() / 1000;

/** A function that makes one training step of a GPT of such sizes. */
export function trainer({ batch, ...sizes }) {
  const random = new Random(1);
  const model = new GPT({ ...sizes, random });
  const optimizer = new AdamW(model.parameters(), { lr: 1e-3 });
  const rows = () =>
    Array.from({ length: batch }, () =>
      Array.from({ length: sizes.context }, () => random.integer(sizes.vocabulary)),
    );
  const [inputs, targets] = [rows(), rows()];
  return () =>
    scope(() => {
      const loss = model.loss(inputs, targets);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      return loss.item();
    });
}

/** Seconds a step, over about so many seconds. */
export function time(step, seconds) {
  const start = now();
  let steps = 0;
  while (now() - start < seconds || steps < 2) {
    step();
    steps++;
  }
  return (now() - start) / steps;
}

const kept = new Map();

/** Seconds a step of a size and backend; warm from the second call on. */
export function turn(sizes, name, seconds) {
  const told = useBackend(name);
  if (told.name !== name) throw new Error(told.note);
  const key = `${name} ${JSON.stringify(sizes)}`;
  if (!kept.has(key)) kept.set(key, trainer(sizes));
  return time(kept.get(key), seconds);
}

/** Seconds of a first step from nothing, and the most memory that its tensors took, in bytes. */
export function first(sizes) {
  const start = now();
  trainer(sizes)();
  return { seconds: now() - start, peak: memoryUse().peak, backend: backend().name };
}

/** Tokens per second of a training, and how many threads it ended with. */
export async function trained({ batch, ...sizes }, threads, steps) {
  const random = new Random(1);
  const model = new GPT({ ...sizes, random });
  const rows = Array.from({ length: batch }, () =>
    Array.from({ length: sizes.context }, () => random.integer(sizes.vocabulary)),
  );
  const data = { random, draw: () => ({ inputs: rows, targets: rows }) };
  let last = {};
  for await (const report of train({ model, data, steps, threads })) last = report;
  return { rate: last.tokensPerSecond, threads: last.threads ?? 1 };
}

/** Tokens per second of writing with the cache: the time of `count` tokens after the first few. */
export function written(config, count) {
  // Weights do not matter for the time, and drawing 124 million would.
  const random = { normal: () => 0.5, uniform: () => 0.5, integer: () => 0, state: 0 };
  const model = new GPT({ ...config, random });
  const tokens = Array.from({ length: 16 }, (_, i) => i);
  let [start, made] = [0, 0];
  for (const _ of generate(model, tokens, { count: count + 4 })) if (++made === 4) start = now();
  return { rate: count / (now() - start), bytes: memoryUse().peak };
}
