import {
  brand,
  cut,
  formatShare,
  limits,
  readFields,
  readFloats,
  readNumber,
  readOptionalString,
  readStrings,
  type TensorLike,
} from "../kind.ts";

/** The weights of several heads for the same tokens: who listens to whom. */
export interface HeadsDisplay {
  kind: "heads";
  title?: string;
  tokens: string[];
  /** What each head is called. */
  names: string[];
  /** Head after head; of each, a row for each token that asks, with a weight for each that is heard. */
  weights: Float32Array;
  /** The place of the token whose question is shown at first. */
  pick: number;
}

/** No drawing has more: it should fit a phone. */
export const most = { heads: 8, tokens: 32, name: 24, token: 16 };

/**
 * A drawing of the weights of several heads side by side, `[heads, time, time]` as attention gives them: a square of weights for each, and to whom
 * one token listens. A reader may choose another token. Throws where shape, tokens and names do not fit, and where `pick` is no token's place.
 */
export function heads(
  weights: TensorLike,
  tokens: readonly string[],
  options: { pick?: number; names?: readonly string[]; title?: string } = {},
): HeadsDisplay {
  const { shape, data } = weights;
  const [count = 0, time = 0, others = 0] = shape;
  if (shape.length !== 3 || time !== others)
    throw new Error(
      `heads: needs weights [heads, time, time], got the shape [${shape.join(", ")}]`,
    );
  if (time !== tokens.length)
    throw new Error(`heads: ${tokens.length} tokens for ${time} rows of weights: each needs one`);
  const { title, pick = time - 1 } = options;
  const names = options.names ?? Array.from({ length: count }, (_, i) => `head ${i + 1}`);
  if (names.length !== count)
    throw new Error(`heads: ${names.length} names for ${count} heads: each needs one`);
  const made = {
    kind: "heads" as const,
    ...(title === undefined ? {} : { title: cut(String(title), limits.label) }),
    tokens: tokens.map((one) => cut(String(one), most.token)),
    names: names.map((one) => cut(String(one), most.name)),
    weights: Float32Array.from(data),
    pick,
  };
  check(made);
  return brand(made);
}

function check({ tokens, names, weights, pick }: HeadsDisplay): void {
  const [count, time] = [names.length, tokens.length];
  if (count < 1 || count > most.heads)
    throw new Error(`heads: 1 to ${most.heads} heads can be drawn, got ${count}`);
  if (time < 1 || time > most.tokens)
    throw new Error(`heads: 1 to ${most.tokens} tokens can be drawn, got ${time}`);
  if (weights.length !== count * time * time)
    throw new Error(
      `heads: ${count} heads of ${time} tokens have ${count * time * time} weights, got ${weights.length}`,
    );
  if (!Number.isInteger(pick) || pick < 0 || pick >= time)
    throw new Error(`heads: there is no token ${pick}: tokens are 0 to ${time - 1}`);
}

/** A token for people: a space is a token, too, and must be seen. */
export const seen = (token = ""): string => token.replace(/ /g, "␣").replace(/\n/g, "⏎") || "∅";

/** The weights with which a token listens, in one head. */
export const rowOf = ({ tokens, weights }: HeadsDisplay, head: number, asks: number): number[] => {
  const start = (head * tokens.length + asks) * tokens.length;
  return Array.from(weights.subarray(start, start + tokens.length));
};

/** Whether no token listens to a later one: then half of each square is empty, and is not drawn. */
export const isCausal = ({ tokens, weights }: HeadsDisplay): boolean => {
  const time = tokens.length;
  return weights.every((one, at) => one === 0 || at % time <= Math.floor(at / time) % time);
};

/** Those to whom a token listens most, loudest first: their places and weights. */
export const loudest = (
  display: HeadsDisplay,
  head: number,
  asks: number,
  count = 3,
): { place: number; weight: number }[] => {
  const row = rowOf(display, head, asks).map((weight, place) => ({ place, weight }));
  const heard = isCausal(display) ? row.slice(0, asks + 1) : row;
  return heard
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, count);
};

export function readHeads(raw: unknown): HeadsDisplay {
  const { title, tokens, names, weights, pick } = readFields(raw, "heads");
  const name = readOptionalString(title, "heads: title", limits.label);
  const made: HeadsDisplay = {
    kind: "heads",
    ...(name === undefined ? {} : { title: name }),
    tokens: readStrings(tokens, "heads: tokens", most.tokens + 1).map((one) =>
      cut(one, most.token),
    ),
    names: readStrings(names, "heads: names", most.heads + 1).map((one) => cut(one, most.name)),
    weights: readFloats(weights, "heads: weights", most.heads * most.tokens ** 2 + 1),
    pick: readNumber(pick, "heads: pick"),
  };
  check(made);
  return made;
}

export function headsToText(display: HeadsDisplay): string {
  const { title, tokens, names, pick } = display;
  const lines = names.map((name, head) => {
    const heard = loudest(display, head, pick);
    const list = heard.map(({ place, weight }) => `${tokens[place]} ${formatShare(weight)}`);
    return `${name}: “${tokens[pick]}” hears ${list.join(", ")}`;
  });
  return [...(title === undefined ? [] : [title]), tokens.join(" "), ...lines].join("\n");
}
