import { bakeBook } from "./bake.ts";
import { checkExercises } from "./exercises.ts";
import { BakeError } from "./sources.ts";

/** Runs every cell and exercise of the book, and prints what each took. */
export async function main(): Promise<void> {
  const began = performance.now();
  try {
    const chapters = await bakeBook();
    for (const { id, result } of chapters.flatMap((chapter) => chapter.cells)) {
      const shown = `${result.outputs.length} shown`;
      console.log(`${id.padEnd(56)}${result.milliseconds.toFixed(0).padStart(7)} ms  ${shown}`);
    }
    const runs = await checkExercises();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `All cells run, and ${runs} answers to exercises get what they should (${seconds} s).`,
    );
  } catch (error) {
    if (!(error instanceof BakeError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
