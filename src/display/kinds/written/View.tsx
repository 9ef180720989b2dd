import { Fragment } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Actions } from "../../views.tsx";
import { type Lang, words } from "../../words.ts";
import { formatShare } from "../kind.ts";
import { Candidates } from "./Candidates.tsx";
import { spoken, writtenWords } from "./words.ts";
import { branchAt, type Candidate, type WrittenDisplay } from "./written.ts";

interface Props {
  display: WrittenDisplay;
  lang: Lang;
  actions?: Actions | undefined;
  /** The branch as the page has it now; what is shown may have been written with another. */
  branch?: unknown;
}

/** The text; below, what could have stood in the place of one token, each to be taken instead. */
export function WrittenView({ display, lang, actions, branch }: Props) {
  const say = writtenWords[lang];
  const { name, title, prompt, tokens, taken, more } = display;
  const [chosen, choose] = useState<{ place: number; of: WrittenDisplay }>();
  const text = useRef<HTMLParagraphElement>(null);
  // A new run starts where the reader's branch leaves the old text, else with the first token.
  const place = chosen?.of === display ? chosen.place : Math.max(0, taken - 1);
  const focus = (at: number) =>
    text.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus({ preventScroll: true });

  const onKeyDown = (event: KeyboardEvent) => {
    const to = moved(place, event.key, tokens.length);
    if (to === undefined) return;
    event.preventDefault();
    choose({ place: to, of: display });
    text.current?.querySelector<HTMLElement>(`[data-at="${to}"]`)?.focus();
  };
  const take = (id: number) => {
    // The button will be gone when the new text is there; its place in the text stays.
    focus(place);
    actions?.input(name, branchAt(tokens, place, id));
  };

  return (
    <figure class="d-written">
      {title !== undefined && <figcaption>{title}</figcaption>}
      <p class="d-written-text" ref={text}>
        {prompt !== "" && <span class="prompt">{prompt}</span>}
        {tokens.length > 0 && (
          <span role="radiogroup" aria-label={say.tokens} onKeyDown={onKeyDown}>
            {tokens.map((token, i) => (
              // biome-ignore lint/a11y/useSemanticElements lint/a11y/useKeyWithClickEvents: also the text that is read without script; its keys are heard above
              <span
                key={i}
                role="radio"
                class={i < taken ? (i === taken - 1 ? "new" : "kept") : undefined}
                data-at={i}
                data-level={i < taken ? undefined : Math.round(10 * token.probability)}
                aria-checked={i === place}
                aria-label={nameOf(token, i, taken, lang)}
                tabIndex={i === place ? 0 : -1}
                onClick={() => choose({ place: i, of: display })}
              >
                <Text text={token.text} />
              </span>
            ))}
          </span>
        )}
      </p>
      {more ? <p class="d-more">{words(lang).more(more)}</p> : null}
      {tokens.length > 0 && (
        <>
          <p class="d-written-legend">
            <span class="scale">
              {say.probability} 0
              <span class="steps" aria-hidden="true">
                {[0, 3, 5, 8, 10].map((level) => (
                  <span key={level} data-level={level} />
                ))}
              </span>
              1
            </span>
            {taken > 1 && <span class="kept">{say.kept}</span>}
            {taken > 0 && <span class="new">{say.chosen}</span>}
          </p>
          <div class="d-written-head">
            <p class="d-written-hint">{say.choose}</p>
            <p class="heading">{say.here}</p>
            {(taken > 0 || (typeof branch === "string" && branch !== "")) && (
              <button
                type="button"
                class="d-written-again"
                onClick={() => {
                  focus(place);
                  actions?.input(name, undefined);
                }}
              >
                {say.again}
              </button>
            )}
          </div>
          <Candidates {...{ display, place, lang }} onTake={take} />
        </>
      )}
    </figure>
  );
}

/** A line's end is seen, and ends the line. */
function Text({ text }: { text: string }) {
  if (text === "") return <span class="sign">∅</span>;
  const [first, ...lines] = text.split("\n");
  return (
    <>
      {first}
      {lines.map((line, i) => (
        <Fragment key={i}>
          <span class="sign">⏎</span>
          {`\n${line}`}
        </Fragment>
      ))}
    </>
  );
}

function nameOf(token: Candidate, at: number, taken: number, lang: Lang): string {
  const say = writtenWords[lang];
  const how = at >= taken ? [] : [at === taken - 1 ? say.chosen : say.kept];
  return [spoken(token.text, lang), formatShare(token.probability, 3), ...how].join(say.comma);
}

/** Where a key leads from a token. */
function moved(from: number, key: string, count: number): number | undefined {
  const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? undefined : Math.min(count - 1, Math.max(0, to));
}
