import { useRef, useState } from "preact/hooks";
import type { Lang } from "../../words.ts";
import { formatShare } from "../kind.ts";
import { type HeadsDisplay, isCausal, loudest, seen } from "./heads.ts";
import { Square } from "./Square.tsx";
import { HeadsTable } from "./Table.tsx";
import { headsWords } from "./words.ts";

/** The tokens, of which one asks; below, each head's weights, and whom it lets that token hear. */
export function HeadsView({ display, lang }: { display: HeadsDisplay; lang: Lang }) {
  const say = headsWords[lang];
  const { title, tokens, names } = display;
  const [chosen, choose] = useState<{ place: number; of: HeadsDisplay }>();
  const [reading, read] = useState<string>();
  const row = useRef<HTMLDivElement>(null);
  // A new run starts where its cell says.
  const asks = chosen?.of === display ? chosen.place : display.pick;
  const pick = (place: number) => choose({ place, of: display });
  const causal = isCausal(display);

  const onKeyDown = (event: KeyboardEvent) => {
    const place = moved(asks, event.key, tokens.length);
    if (place === undefined) return;
    event.preventDefault();
    pick(place);
    row.current?.querySelectorAll<HTMLElement>('[role="radio"]')[place]?.focus();
  };
  const point = (head: number, place: number, heard: number) => {
    const weight = display.weights[(head * tokens.length + place) * tokens.length + heard] ?? 0;
    const said = say.hears(seen(tokens[place]), seen(tokens[heard]), formatShare(weight));
    read(`${names[head]}${say.colon}${said}`);
  };

  return (
    <figure class="d-heads">
      {title !== undefined && <figcaption>{title}</figcaption>}
      <div
        class="d-heads-tokens"
        role="radiogroup"
        aria-label={say.asks}
        ref={row}
        onKeyDown={onKeyDown}
      >
        {tokens.map((token, i) => (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useKeyWithClickEvents: also the text that is read without script; its keys are heard above
          <span
            key={i}
            role="radio"
            aria-checked={i === asks}
            tabIndex={i === asks ? 0 : -1}
            onClick={() => pick(i)}
          >
            {seen(token)}
          </span>
        ))}
      </div>
      <div class="d-heads-panels" data-heads={names.length}>
        {names.map((name, head) => (
          <div key={head} class="d-heads-panel">
            <p class="d-heads-name">{name}</p>
            <Square
              {...{ display, head, asks, causal }}
              label={(causal ? say.triangle : say.square)(name, tokens.length)}
              onPoint={(place, heard) => point(head, place, heard)}
              onLeave={() => read(undefined)}
              onPick={pick}
            />
            <ol class="d-heads-heard">
              {loudest(display, head, asks).map(({ place, weight }) => (
                <li key={place} data-level={Math.round(10 * weight)}>
                  <span>{seen(tokens[place])}</span>
                  <span class="d-heads-weight">{formatShare(weight)}</span>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
      <p class="d-heads-reading" aria-live="polite">
        {reading ?? <span class="d-heads-hint">{say.hint}</span>}
      </p>
      <HeadsTable {...{ display, asks, lang }} />
    </figure>
  );
}

/** Where a key leads from a token. */
function moved(from: number, key: string, count: number): number | undefined {
  const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? undefined : Math.min(count - 1, Math.max(0, to));
}
