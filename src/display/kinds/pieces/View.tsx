import { useState } from "preact/hooks";
import { type Lang, words } from "../../words.ts";
import { formatNumber } from "../kind.ts";
import { hueOf, linesOf, type Piece, type PiecesDisplay, seen } from "./pieces.ts";
import { piecesWords } from "./words.ts";

/** A text in pieces; the one that is pointed at, or reached by the arrow keys, tells what it is, and its likes are brought out. */
export function PiecesView({ display, lang }: { display: PiecesDisplay; lang: Lang }) {
  const say = piecesWords[lang];
  const { title, pieces, more } = display;
  const [read, setRead] = useState<{ at: number; of: PiecesDisplay }>();
  // After a new run, nothing is read until the reader points again.
  const now = read?.of === display ? read.at : undefined;
  const current = now === undefined ? undefined : pieces[now];
  const choose = (at: number) => setRead({ at, of: display });
  const move = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const at = (now ?? -1) + step;
    if (step === 0 || at < 0 || at >= pieces.length) return;
    event.preventDefault();
    choose(at);
    const target = event.currentTarget as HTMLElement;
    target.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus();
  };
  const largest = Math.max(0, ...pieces.flatMap(({ column = [] }) => column.map(Math.abs)));
  return (
    <figure class="d-pieces">
      {title !== undefined && <figcaption>{title}</figcaption>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the pieces in it take the focus; their keys are heard here */}
      <div class="d-pieces-text" onKeyDown={move} onPointerLeave={() => setRead(undefined)}>
        {linesOf(display).map((line, i) => (
          <ol key={i} aria-label={i === 0 ? say.list(pieces.length) : undefined}>
            {line.map(({ piece, at }) => (
              <li key={at}>
                {/* Not a button: without script it would promise what it cannot do. */}
                {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a text that tells more when focused */}
                <span
                  class={classOf(piece, current)}
                  data-at={at}
                  data-hue={hueOf(piece)}
                  tabindex={at === (now ?? 0) ? 0 : -1}
                  onFocus={() => choose(at)}
                  onClick={() => choose(at)}
                  onPointerOver={(event) => event.pointerType === "mouse" && choose(at)}
                >
                  <span class="text">{seen(piece.text)}</span>
                  {piece.id !== undefined && <span class="id">{piece.id}</span>}
                  {piece.column !== undefined && (
                    <Column numbers={piece.column} largest={largest} />
                  )}
                </span>
              </li>
            ))}
          </ol>
        ))}
      </div>
      {more ? <p class="d-more">{words(lang).more(more)}</p> : null}
      <p class="d-pieces-reading" aria-live="polite">
        {current === undefined ? (
          <span class="d-pieces-hint">{say.hint}</span>
        ) : (
          tell(current, pieces, lang)
        )}
      </p>
    </figure>
  );
}

function Column({ numbers, largest }: { numbers: readonly number[]; largest: number }) {
  return (
    <span class="column" role="img" aria-label={numbers.map((one) => formatNumber(one)).join(", ")}>
      {numbers.map((one, i) => (
        <span key={i} data-level={level(one, largest)} />
      ))}
    </span>
  );
}

const classOf = (piece: Piece, current: Piece | undefined): string =>
  ["piece", piece.mark ? "marked" : "", current !== undefined && same(piece, current) ? "now" : ""]
    .filter(Boolean)
    .join(" ");

const same = (a: Piece, b: Piece): boolean => a.text === b.text && a.id === b.id;

function tell(piece: Piece, all: readonly Piece[], lang: Lang): string {
  const say = piecesWords[lang];
  const count = all.filter((one) => same(one, piece)).length;
  return `${[
    say.is(seen(piece.text), piece.id),
    ...(piece.from === undefined ? [] : [say.from(piece.from.map(seen))]),
    say.times(count),
  ].join(say.comma)}${say.stop}`;
}

/** The step of the color scale, from -10 to 10. */
const level = (value: number, largest: number): number =>
  Number.isFinite(value) && largest > 0 ? Math.round((value / largest) * 10) + 0 : 0;
