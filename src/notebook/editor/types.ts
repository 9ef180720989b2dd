import type { Definition, Diagnosis } from "../language/answers.ts";
import type { Answer, Asked, Question } from "../language/questions.ts";
import type { ModuleId } from "../types.ts";

type AfterId<A> = A extends [ModuleId, ...infer R] ? R : never;

/** What an editor is given to know the types of its code. */
export interface Types {
  readonly id: ModuleId;
  /** Whether they are wanted at the first focus already, and not from the first edit on. */
  wanted(): boolean;
  /** Starts what answers; the first question does as well. */
  load(): Promise<void>;
  /** Asks of this cell's code. Undefined where there is no answer, or a newer question came. */
  ask<Q extends Question>(question: Q, ...asked: AfterId<Asked<Q>>): Promise<Answer<Q> | undefined>;
  /** What is wrong, once all that is imported has been loaded. */
  diagnose(): Promise<Diagnosis | undefined>;
  /** Goes to where a name is from; false where there is nothing to see. */
  go(to: Definition): Promise<boolean>;
  /** The shape that a tensor at a cell's top had in the last run. */
  shape(module: ModuleId, name: string): Promise<LastShape | undefined>;
  /** Has itself called when another cell has changed, which this one may use. */
  onChange(changed: () => void): void;
}

export interface LastShape {
  shape: readonly number[];
  /** Of the build's run, not of one here. */
  published: boolean;
}
