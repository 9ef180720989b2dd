import type { Lang } from "../../words.ts";
import type { WiringDisplay } from "./wiring.ts";
import { wiringWords } from "./words.ts";

/** A part of the drawing: a box with the wires that lead into it. */
export type Stage =
  | "vector"
  | "key"
  | "query"
  | "value"
  | "score"
  | "weight"
  | "product"
  | "output";

export interface Part {
  stage: Stage;
  /** The word's place, counted from 0. For the query and the output: the place of the word that asks. */
  word: number;
}

export interface Reading {
  /** What it is: `score of “sat”`. */
  title: string;
  /** How it came to be: `k₃ · q₃ = 0.31 × 1.20 + 0.50 × −0.20 = 0.27`. */
  sum: string;
}

/** A number as the drawing writes it: at most five characters wide, with a true minus sign. */
export function short(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (size >= 9999.5) return minus(value.toExponential(0).replace("e+", "e"));
  const text = value.toFixed(size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
  return minus(/^-0\.?0*$/.test(text) ? text.slice(1) : text);
}

const minus = (text: string) => text.replace("-", "−");

/** `x₃`: words are counted from 1, as in the formulas. */
export const symbol = (letter: string, word: number) =>
  letter + [...String(word + 1)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");

const vector = (numbers: readonly number[]) => `(${numbers.map(short).join(", ")})`;

/** How a part's numbers came to be, in the reader's language. */
export function read(wiring: WiringDisplay, { stage, word }: Part, lang: Lang): Reading {
  const say = wiringWords[lang];
  const name = (letter: string, i = word) => symbol(letter, i);
  const q = name("q", wiring.asks);
  const title = say[stage](wiring.words[word] ?? "");
  const made = (letter: string, numbers: readonly number[] = []) =>
    `${name(letter)} = W${letter} · ${name("x")} = ${vector(numbers)}`;
  switch (stage) {
    case "vector":
      return { title, sum: `${name("x")} = ${vector(wiring.vectors[word] ?? [])}` };
    case "key":
      return { title, sum: made("k", wiring.keys[word]) };
    case "query":
      return { title, sum: made("q", wiring.query) };
    case "value":
      return { title, sum: made("v", wiring.values[word]) };
    case "score":
      return { title, sum: `${name("k")} · ${q} = ${score(wiring, word, say.masked)}` };
    case "weight":
      return {
        title,
        sum: `${name("a")} = ${softmax(wiring.scores, word)} = ${short(at(wiring.weights, word))}`,
      };
    case "product": {
      const weight = at(wiring.weights, word);
      const value = wiring.values[word] ?? [];
      const result = vector(value.map((number) => weight * number));
      return {
        title,
        sum: `${name("a")} · ${name("v")} = ${short(weight)} × ${vector(value)} = ${result}`,
      };
    }
    case "output": {
      const terms = wiring.words.map((_, i) => `${name("a", i)}·${name("v", i)}`).join(" + ");
      const sums = wiring.values.map((value, i) =>
        vector(value.map((v) => at(wiring.weights, i) * v)),
      );
      return { title, sum: `${terms} = ${sums.join(" + ")} = ${vector(wiring.output)}` };
    }
  }
}

/** The products, their sum, and what was done to it: divided by √d, or masked. */
function score(wiring: WiringDisplay, word: number, masked: string): string {
  const key = wiring.keys[word] ?? [];
  const terms = key
    .map((number, i) => `${short(number)} × ${short(at(wiring.query, i))}`)
    .join(" + ");
  const product = key.reduce((sum, number, i) => sum + number * at(wiring.query, i), 0);
  const given = at(wiring.scores, word);
  const sum = `${terms} = ${short(product)}`;
  if (given === -Infinity) return `${sum} → −∞ (${masked})`;
  if (near(given, product)) return sum;
  if (near(given, product / Math.sqrt(key.length)))
    return `${sum}; ÷ √${key.length} = ${short(given)}`;
  return `${sum} → ${short(given)}`;
}

const near = (a: number, b: number) =>
  Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(a), Math.abs(b));

function softmax(scores: readonly number[], word: number): string {
  const power = (score: number) => `e^${short(score)}`;
  return `${power(at(scores, word))} ÷ (${scores.map(power).join(" + ")})`;
}

const at = (numbers: readonly number[], i: number) => numbers[i] ?? Number.NaN;
