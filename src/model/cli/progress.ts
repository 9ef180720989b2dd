import type { Report } from "../index.ts";
import type { Io } from "./io.ts";

/** Tells how a training goes: on a terminal in one line that is rewritten, elsewhere in a line every five seconds and at the end. */
export class Progress {
  readonly #io: Io;
  readonly #steps: number;
  readonly #first: number;
  readonly #began = performance.now();
  #told = Number.NEGATIVE_INFINITY;
  #heldOut: number | undefined;
  #best = { step: 0, heldOut: Number.POSITIVE_INFINITY };
  #open = false;

  /** @param first how many of the steps were made before */
  constructor(io: Io, steps: number, first: number) {
    this.#io = io;
    this.#steps = steps;
    this.#first = first;
    if (io.columns === undefined) this.#told = this.#began;
  }

  tell(report: Report): void {
    const { step, heldOut = this.#heldOut } = report;
    this.#heldOut = heldOut;
    if (heldOut !== undefined && heldOut < this.#best.heldOut) this.#best = { step, heldOut };
    const now = performance.now();
    const pause = this.#io.columns === undefined ? 5000 : 100;
    if (now - this.#told < pause && report.step < this.#steps) return;
    this.#told = now;
    const made = report.step - this.#first;
    const seconds = ((now - this.#began) / 1000 / made) * (this.#steps - report.step);
    const line = progressLine({ ...report, heldOut: this.#heldOut }, this.#steps, seconds);
    const { columns } = this.#io;
    if (columns === undefined) this.#io.error(`${line}\n`);
    else this.#io.error(`\r${line.slice(0, columns - 1)}\x1b[K`);
    this.#open = columns !== undefined;
  }

  /** Leaves the line as it is; and says where more steps made the model worse at what it has not seen. */
  end(): void {
    if (this.#open) this.#io.error("\n");
    this.#open = false;
    const { step, heldOut } = this.#best;
    if (this.#heldOut !== undefined && this.#heldOut > heldOut + 0.05)
      this.#io.error(
        `the held-out loss was lowest after step ${step}, ${heldOut.toFixed(3)}: a longer text, or fewer steps, may serve better\n`,
      );
  }
}

/** `step 150/1500  loss 4.193  held out 4.281  38,568 tokens/s  0:42 left` */
export function progressLine(report: Report, steps: number, secondsLeft: number): string {
  const { step, loss, heldOut, tokensPerSecond } = report;
  return [
    `step ${step}/${steps}`,
    `loss ${loss.toFixed(3)}`,
    heldOut !== undefined && `held out ${heldOut.toFixed(3)}`,
    tokensPerSecond !== undefined && `${Math.round(tokensPerSecond).toLocaleString("en")} tokens/s`,
    step < steps && `${clock(secondsLeft)} left`,
  ]
    .filter((part) => part !== false)
    .join("  ");
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (n: number) => String(n).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(whole % 60)}`
    : `${minutes}:${two(whole % 60)}`;
}
