import { AdamW, GPT, Random, scope, useBackend } from "../../src/model/index.ts";
import { readCase, serve } from "./serve.mjs";

const [folder, backend] = process.argv.slice(2);
const { name, note } = useBackend(backend);
if (name !== backend) throw new Error(note);
const { adamW, batch, batches, context, weights, ...sizes } = readCase(folder);
const model = new GPT({ ...sizes, context, random: new Random(1) });
for (const [name, parameter] of model.namedParameters()) parameter.data.set(weights.get(name).data);
const optimizer = new AdamW(model.parameters(), adamW);
const rows = (tokens) =>
  Array.from({ length: batch }, (_, i) => [...tokens.subarray(i * context, (i + 1) * context)]);
const lists = batches.map(({ inputs, targets }) => [rows(inputs), rows(targets)]);

await serve((i) =>
  scope(() => {
    const loss = model.loss(...lists[i % lists.length]);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    return loss.item();
  }),
);
