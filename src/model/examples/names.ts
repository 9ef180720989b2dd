import { existsSync, readFileSync, writeFileSync } from "node:fs";
import {
  allLines,
  CharacterTokenizer,
  evaluate,
  GPT,
  generate,
  lineBatches,
  names,
  Random,
  schedules,
  splitData,
  train,
} from "@humpty/model";

// A model that makes up first names: `node names.ts [steps] [checkpoint]`. With a file for checkpoints, it goes on from there when it is started again.
const [asked, file] = process.argv.slice(2);
const steps = Number(asked ?? 600);

const random = new Random(1);
const list = random.shuffle(await names());
const tokenizer = new CharacterTokenizer(`\n${list.join("")}`);
const [end = 0] = tokenizer.encode("\n");
const [known, unseen] = splitData(
  list.map((name) => tokenizer.encode(name)),
  0.9,
);
const sizes = { context: 16, layers: 2, heads: 4, channels: 48, dropout: 0.1 };
const model = new GPT({ vocabulary: tokenizer.size, ...sizes, random });

const training = train({
  model,
  data: lineBatches(known, { batch: 32, end, random }),
  steps,
  schedule: schedules.warmup(50, schedules.cosine({ from: 3e-3, to: 3e-4, steps: 600 })),
  clip: 1,
  from: file && existsSync(file) ? readFileSync(file) : undefined,
});
if (training.step > 0) console.log(`goes on after step ${training.step}`);
for await (const { step, loss } of training)
  if (step % 100 === 0 || step === steps) console.log(`step ${step}: loss ${loss.toFixed(3)}`);
if (file) writeFileSync(file, training.checkpoint());

const loss = evaluate(model, allLines(unseen, { batch: 32, end }));
console.log(`on names that it has not seen: ${loss.toFixed(3)}`);
for (let i = 0; i < 8; i++) {
  const letters = generate(model, [end], { count: 15, stop: [end], temperature: 0.8, random });
  console.log(tokenizer.decode([...letters]));
}
