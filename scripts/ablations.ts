import { writeFileSync } from "node:fs";
import { type Ingredient, off } from "../chapters/10-together/cells/lab.ts";
import { run } from "../chapters/10-together/cells/run.ts";

// Measures chapter 10's table anew: five runs without each ingredient, short and long. It takes about twenty minutes; `npm run format` then puts
// the file in shape.
async function measure(steps: number): Promise<string> {
  const rows: string[] = [];
  for (const name of Object.keys(off) as Ingredient[]) {
    const wrongs: number[] = [];
    for (const seed of [1, 2, 3, 4, 5]) wrongs.push((await run(name, seed, steps)).wrong);
    rows.push(
      `  ${JSON.stringify(name)}: [${wrongs.map((one) => Number(one.toFixed(4))).join(", ")}],`,
    );
    process.stderr.write(`${steps} ${rows.at(-1)}\n`);
  }
  return rows.join("\n");
}

writeFileSync(
  new URL("../chapters/10-together/cells/measured.ts", import.meta.url),
  `/** How wrong a GPT is without each ingredient, from seeds 1 to 5: made by \`node scripts/ablations.ts\`. */
export const after1000 = {
${await measure(1000)}
} as const;
export const after4000 = {
${await measure(4000)}
} as const;
export default "A hundred runs, kept.";
`,
);
