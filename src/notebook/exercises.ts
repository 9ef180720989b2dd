import { join } from "node:path";
import { type BakeOptions, folderOf } from "./bake.ts";
import { type Job, runAll } from "./bake-run.ts";
import { discover, type Exercise } from "./book.ts";
import { BakeError, found, lineOf } from "./sources.ts";
import type { CellResult, ModuleId } from "./types.ts";

/**
 * Proves of every exercise that its starter is unsolved, that its solution passes, and that each of its mistakes gets a finding
 * of its own in both languages. Throws a BakeError that names the files where this is not so; gives how many runs it took.
 */
export async function checkExercises(options: BakeOptions = {}): Promise<number> {
  const root = folderOf(options);
  const exercises = discover(root).flatMap((chapter) => chapter.exercises);
  const jobs: Job[] = exercises.flatMap(({ starter, solution, mistakes, check }) =>
    [starter, solution, ...mistakes].map((id) => ({
      id,
      file: join(root, id),
      check: join(root, check),
    })),
  );
  const results = await runAll(jobs, options.limit ?? 300_000);
  const lines = exercises.flatMap((one) => faultsOf(one, results));
  if (lines.length > 0) throw new BakeError(lines);
  return jobs.length;
}

function faultsOf(exercise: Exercise, results: Map<ModuleId, CellResult>): string[] {
  const { starter, solution, mistakes } = exercise;
  const lines: string[] = [];
  const findings = new Map<string, ModuleId>();
  for (const id of [starter, solution, ...mistakes]) {
    const { error, verdict } = found(results, id);
    const fault = (message: string): void => void lines.push(`chapters/${id} — ${message}`);
    if (error) {
      lines.push(lineOf(error, id));
    } else if (!verdict) {
      fault("its check gave no verdict: check.ts needs a function as its default export");
    } else if (id === solution) {
      if (!verdict.solved) fault(`the solution does not pass its check: ${verdict.finding.en}`);
    } else if (verdict.solved) {
      fault(
        id === starter ? "the starter passes its check already" : "this mistake passes the check",
      );
    } else {
      for (const lang of ["en", "zh"] as const) {
        const text = verdict.finding[lang].trim();
        const same = findings.get(`${lang} ${text}`);
        if (text === "") fault(`its finding is empty in ${lang}`);
        else if (same !== undefined) fault(`gets the same finding as ${same}: ${text}`);
        findings.set(`${lang} ${text}`, id);
      }
    }
  }
  return lines;
}
