import { type Lang, words } from "../../words.ts";
import { formatShare } from "../kind.ts";
import type { TokensDisplay } from "./tokens.ts";

export function TokensView({ display, lang }: { display: TokensDisplay; lang: Lang }) {
  const { tokens, title, more } = display;
  return (
    <figure class="d-tokens">
      {title === undefined ? null : <figcaption>{title}</figcaption>}
      <ol>
        {tokens.map(({ text, weight, id, mark }, i) => (
          <li key={i} data-level={weight === undefined ? undefined : level(weight)}>
            {mark ? (
              <mark class="d-token-text">{seen(text)}</mark>
            ) : (
              <span class="d-token-text">{seen(text)}</span>
            )}
            {weight === undefined ? null : (
              <span class="d-token-weight">{formatShare(weight)}</span>
            )}
            {id === undefined ? null : <span class="d-token-weight">{id}</span>}
          </li>
        ))}
      </ol>
      {more ? <p class="d-more">{words(lang).more(more)}</p> : null}
    </figure>
  );
}

const seen = (text: string): string => text.replace(/ /g, "·").replace(/\n/g, "⏎") || "∅";

const level = (weight: number): number => Math.round(10 * Math.min(1, Math.max(0, weight)) || 0);
