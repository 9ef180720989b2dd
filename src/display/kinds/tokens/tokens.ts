import {
  brand,
  formatNumber,
  limits,
  readArray,
  readFields,
  readOptionalString,
  readString,
} from "../kind.ts";

/** A strip of tokens; a weight between 0 and 1 shades its token, and tells it. */
export interface TokensDisplay {
  kind: "tokens";
  tokens: Token[];
  title?: string;
  more?: number;
}

export interface Token {
  text: string;
  weight?: number;
  id?: number;
  /** Brought out, as what is not as it should be. */
  mark?: boolean;
}

/** A strip of tokens, each a string or `{ text, weight, id, mark }`. */
export function tokens(
  list: readonly (string | Token)[],
  options: { title?: string } = {},
): TokensDisplay {
  const kept = list.slice(0, limits.items);
  return brand({
    kind: "tokens",
    tokens: kept.map((one) => {
      if (typeof one === "string") return { text: one };
      const { text, mark, ...rest } = one;
      return { ...rest, text: String(text), ...(mark === true ? { mark } : {}) };
    }),
    ...(options.title === undefined ? {} : { title: options.title }),
    ...(list.length > kept.length ? { more: list.length - kept.length } : {}),
  });
}

export function readTokens(raw: unknown): TokensDisplay {
  const fields = readFields(raw, "tokens");
  const title = readOptionalString(fields["title"], "tokens", limits.label);
  const more = fields["more"];
  return {
    kind: "tokens",
    tokens: readArray(fields["tokens"], "tokens", limits.items, (one) => {
      const { text, weight, id, mark } = readFields(one, "tokens");
      return {
        text: readString(text, "tokens", limits.label),
        ...(typeof weight === "number" ? { weight } : {}),
        ...(typeof id === "number" ? { id } : {}),
        ...(mark === true ? { mark } : {}),
      };
    }),
    ...(title === undefined ? {} : { title }),
    ...(typeof more === "number" && more > 0 ? { more } : {}),
  };
}

export function tokensToText({ tokens: list, title, more }: TokensDisplay): string {
  const words = list.map(({ text, weight, id, mark }) =>
    [
      mark ? `*${text}*` : text,
      id === undefined ? "" : `#${id}`,
      weight === undefined ? "" : formatNumber(weight),
    ]
      .filter(Boolean)
      .join(" "),
  );
  const strip = `${words.join(" | ")}${more ? ` … ${more} more` : ""}`;
  return title === undefined ? strip : `${title}\n${strip}`;
}
