import { type Explanation, explain, type Operand, type Trace } from "../../../model/explain.ts";

/** A number in a trace: a node and the number's index in it. */
export interface Place {
  node: number;
  index: number[];
}

export interface Step {
  place: Place;
  explanation: Explanation;
}

export const samePlace = (a: Place, b: Place): boolean =>
  a.node === b.node && a.index.join() === b.index.join();

export const isOperand = (part: string | Operand): part is Operand => typeof part !== "string";

/**
 * The explanations along a path of numbers, each an operand of the one before. The path ends where the trace does
 * not lead on: a new run may compute the same number in another way.
 */
export function follow(trace: Trace, path: readonly Place[]): Step[] {
  const steps: Step[] = [];
  for (const place of path) {
    const before = steps.at(-1)?.explanation;
    const leads =
      !before || before.expression.some((part) => isOperand(part) && samePlace(part, place));
    if (!leads || !trace.nodes[place.node]) break;
    try {
      const explanation = explain(trace, place.node, place.index);
      // A hostile cell may name its operations as it likes, `constructor` too.
      if (!Array.isArray(explanation.expression)) break;
      steps.push({ place, explanation });
    } catch {
      break; // A trace from a hostile cell may be nonsense: then there is nothing to tell.
    }
  }
  return steps;
}
