import { cos } from "../math.ts";

/** The learning rate of each step, counted from 0. */
export type Schedule = (step: number) => number;

/** From one rate to another. */
export interface Way {
  /** The rate of the first step. */
  from: number;
  /** The rate from step `steps` on. */
  to: number;
  steps: number;
}

/** The same rate always. */
export const constant =
  (lr: number): Schedule =>
  () =>
    lr;

/** A straight way from one rate to another. */
export const linear =
  ({ from, to, steps }: Way): Schedule =>
  (step) =>
    from + (to - from) * part(step, steps);

/** Half a cosine wave from one rate to another: slow at both ends (Loshchilov and Hutter 2017, "SGDR", without restarts). */
export const cosine =
  ({ from, to, steps }: Way): Schedule =>
  (step) =>
    to + ((from - to) * (1 + cos(Math.PI * part(step, steps)))) / 2;

/** Rises in even steps to the first rate of another schedule, which begins after `steps`: `warmup(100, cosine({ … }))`. */
export const warmup =
  (steps: number, schedule: Schedule): Schedule =>
  (step) =>
    step < steps ? (schedule(0) * (step + 1)) / (steps + 1) : schedule(step - steps);

/** How much of the way is done, 0 to 1. */
const part = (step: number, steps: number): number => (step < steps ? step / steps : 1);
