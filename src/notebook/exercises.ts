import { join } from "node:path";
import { runJobs } from "./bake.ts";
import type { Book } from "./book.ts";
import type { CellResult, ModuleId } from "./types.ts";

/** What an exercise's check says of each answer that comes with it. */
export interface Checked {
  starter: ModuleId;
  start: CellResult;
  solution: CellResult;
  mistakes: { file: string; result: CellResult }[];
}

/** Runs every exercise's check on its starter, its solution and each of its mistakes. */
export async function checkExercises(book: Book): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const { starter, check, solution, mistakes } of book.exercises) {
    const job = { id: starter, path: join(book.root, starter), check: join(book.root, check) };
    const answers = [solution, ...mistakes].map((as) => ({ ...job, as }));
    const [start, solved, ...rest] = await runJobs([job, ...answers]);
    if (!start || !solved) throw new Error(`${starter}: its check gave nothing`);
    const wrong = mistakes.flatMap((file, i) => (rest[i] ? [{ file, result: rest[i] }] : []));
    checked.push({ starter, start, solution: solved, mistakes: wrong });
  }
  return checked;
}
