import {
  brand,
  limits,
  readArray,
  readFields,
  readNumber,
  readOptionalString,
  readString,
} from "../kind.ts";

/** A text that a model wrote token by token, with what could have stood in each place. A reader may take another branch. */
export interface WrittenDisplay {
  kind: "written";
  /** The input that keeps the branch: what `branch` of the same name gives. */
  name: string;
  title?: string;
  prompt: string;
  tokens: WrittenToken[];
  /** How many of the tokens, from the first, the reader's branch fixed. */
  taken: number;
  /** How many tokens are left out. */
  more?: number;
}

/** A token of the vocabulary, with the probability that the model gave it at a place. */
export interface Candidate {
  id: number;
  text: string;
  probability: number;
}

export interface WrittenToken extends Candidate {
  /** What could have stood there as well. */
  others: Candidate[];
}

export interface WrittenParts {
  /** What stands before: a text, or its tokens. */
  prompt?: string | readonly string[];
  tokens: readonly (Candidate & { others?: readonly Candidate[] })[];
  taken?: number;
  title?: string;
}

/** No display has more. A branch of `taken` ids is a text of some kilobytes at most, which a browser keeps. */
export const most = { tokens: 400, others: 12, text: 60, prompt: 2_000, taken: 200, id: 1e9 };

/**
 * A text that a model wrote: `prompt`, then `tokens`, of which the first `taken` are those that `branch(name)` gave. Clicking a token shows its
 * `others`, and taking one of these runs the cell again with another branch. A token among its own `others` is left out there. Throws where an
 * id is no id, or a probability is not from 0 to 1.
 */
export function written(name: string, parts: WrittenParts): WrittenDisplay {
  const { title, prompt = "", tokens, taken = 0 } = parts;
  const more = tokens.length - most.tokens;
  return brand(
    readWritten({
      name,
      title,
      prompt: typeof prompt === "string" ? prompt : prompt.join(""),
      tokens: tokens.map((one) => ({ others: [], ...one })),
      taken,
      more,
    }),
  );
}

export function readWritten(raw: unknown): WrittenDisplay {
  const { name, title, prompt, tokens, taken, more } = readFields(raw, "written");
  const called = readOptionalString(title, "written: title", limits.label);
  const read = readArray(tokens, "written: tokens", most.tokens, readToken);
  const fixed = readNumber(taken, "written: taken");
  if (!Number.isSafeInteger(fixed) || fixed < 0)
    throw new Error(`written: taken: expected how many tokens were taken, got ${fixed}`);
  return {
    kind: "written",
    name: keptName(readString(name, "written: name")),
    ...(called === undefined ? {} : { title: called }),
    prompt: readString(prompt, "written: prompt", most.prompt),
    tokens: read,
    taken: Math.min(fixed, read.length),
    ...(typeof more === "number" && more > 0 ? { more } : {}),
  };
}

function readToken(raw: unknown, what: string): WrittenToken {
  const token = readCandidate(raw, what);
  const { others } = readFields(raw, what);
  // The token itself may be among the first of a list; it does not count.
  const listed = readArray(others, `${what}: others`, most.others + 1, readCandidate);
  const kept = listed.filter(({ id }) => id !== token.id).slice(0, most.others);
  return { ...token, others: kept };
}

function readCandidate(raw: unknown, what: string): Candidate {
  const { id, text, probability } = readFields(raw, what);
  if (!isId(id, most.id)) throw new Error(`${what}: expected the id of a token, got ${String(id)}`);
  const share = readNumber(probability, `${what}: probability`);
  // A softmax may round to a hair more than 1.
  if (!(share >= 0 && share <= 1 + 1e-5))
    throw new Error(`${what}: expected a probability from 0 to 1, got ${share}`);
  return {
    id,
    text: readString(text, `${what}: text`, most.text),
    probability: Math.min(1, share),
  };
}

const isId = (id: unknown, vocabulary: number): id is number =>
  typeof id === "number" && Number.isSafeInteger(id) && id >= 0 && id < vocabulary;

/** An input's name as both sides know it, however long the cell's is. */
export const keptName = (name: string): string => String(name).slice(0, limits.label);

/** The ids of a branch from the value that is kept for it. What is none, or has an id that is not below `vocabulary`, counts as no branch. */
export function readBranch(value: unknown, vocabulary: number = most.id): number[] {
  if (typeof value !== "string" || !/^\d{1,9}(,\d{1,9})*$/.test(value)) return [];
  const ids = value.split(",").map(Number);
  return ids.length <= most.taken && ids.every((id) => isId(id, vocabulary)) ? ids : [];
}

/** The branch that keeps the text up to a place and has the token `id` there, as it is kept. */
export const branchAt = (tokens: readonly Candidate[], place: number, id: number): string =>
  [...tokens.slice(0, place).map((one) => one.id), id].join(",");

/** The token that stands at a place and the others, the most probable first. */
export const candidatesAt = ({ tokens }: WrittenDisplay, place: number): Candidate[] => {
  const token = tokens[place];
  if (token === undefined) return [];
  // A sort keeps the order of equals.
  return [token, ...token.others].sort((a, b) => b.probability - a.probability);
};

/** What is left of probability 1 for all tokens that are not listed at a place. */
export const restAt = (display: WrittenDisplay, place: number): number =>
  candidatesAt(display, place).reduce((rest, { probability }) => rest - probability, 1);

export const writtenToText = ({ title, prompt, tokens, more }: WrittenDisplay): string =>
  [
    ...(title === undefined ? [] : [title]),
    prompt + tokens.map(({ text }) => text).join(""),
    ...(more ? [`… ${more} more`] : []),
  ].join("\n");
