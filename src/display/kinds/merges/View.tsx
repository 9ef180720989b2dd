import { useRef, useState } from "preact/hooks";
import { type Lang, words } from "../../words.ts";
import { hueOf, seen } from "../pieces/pieces.ts";
import { type Brick, moved, type Wall, wall } from "./layout.ts";
import type { Joined, MergesDisplay } from "./merges.ts";
import { mergesWords } from "./words.ts";

/** A small wall for each word; below, in room that is always kept, what a brick was made from that is pointed at, tapped or focused. */
export function MergesView({ display, lang }: { display: MergesDisplay; lang: Lang }) {
  const say = mergesWords[lang];
  const { title, more } = display;
  const walls = display.words.map(wall);
  const bricks = walls.flatMap((one) => one.bricks);
  const [chosen, choose] = useState<string>();
  const [pointed, point] = useState<string>();
  const drawing = useRef<HTMLDivElement>(null);
  const find = (id?: string) => bricks.find((brick) => brick.id === id);
  const now = find(pointed) ?? find(chosen);
  const stop = find(chosen) ?? bricks[0];

  const onKeyDown = (event: KeyboardEvent) => {
    const next = stop && moved(bricks, stop, event.key);
    if (!next) return;
    event.preventDefault();
    point(undefined);
    drawing.current?.querySelector<SVGGElement>(`[data-brick="${next.id}"]`)?.focus();
  };
  const draw = (brick: Brick) => {
    const { id, piece, level, x, y, width, height } = brick;
    const middle = x + width / 2;
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a picture that tells what it was made from when focused
      <g
        key={id}
        class={classOf(brick, now)}
        data-brick={id}
        data-hue={level > 0 ? hueOf({ text: piece.text }) : undefined}
        role="img"
        tabindex={stop === brick ? 0 : -1}
        aria-label={tell(piece, lang)}
        onFocus={() => choose(id)}
        onClick={() => choose(id)}
        onPointerOver={(event) => event.pointerType === "mouse" && point(id)}
      >
        <rect x={x} y={y} width={width} height={height} rx="3" />
        <text class="text" x={middle} y={y + (level > 0 ? 16 : 18)} text-anchor="middle">
          {seen(piece.text)}
        </text>
        {level > 0 && piece.step !== undefined && (
          <text class="step" x={middle} y={y + 30} text-anchor="middle">
            {piece.step}
          </text>
        )}
      </g>
    );
  };
  return (
    <figure class="d-merges">
      {title !== undefined && <figcaption>{title}</figcaption>}
      {/* biome-ignore lint/a11y/useSemanticElements: a group, not a landmark: a page has many */}
      <div
        ref={drawing}
        class={`d-merges-words${now ? " active" : ""}`}
        role="group"
        aria-label={say.drawing(walls.length)}
        onKeyDown={onKeyDown}
        onPointerLeave={() => point(undefined)}
      >
        {walls.map((one, i) => (
          // biome-ignore lint/a11y/useSemanticElements: HTML has no group that can be drawn in SVG
          <svg
            key={i}
            viewBox={`0 0 ${one.width} ${one.height}`}
            width={one.width}
            height={one.height}
            role="group"
            aria-label={tokensOf(one)}
          >
            <path class="stem" d={stems(one)} />
            {one.bricks.map(draw)}
          </svg>
        ))}
      </div>
      {more ? <p class="d-more">{words(lang).more(more)}</p> : null}
      <p class="d-merges-reading">
        {now ? tell(now.piece, lang) : <span class="d-merges-hint">{say.hint}</span>}
      </p>
    </figure>
  );
}

/** The topmost pieces of a word. */
const tokensOf = ({ bricks }: Wall): string =>
  bricks
    .filter(({ on }) => on === undefined)
    .map(({ piece }) => seen(piece.text))
    .join(" | ");

/** From the top of each brick up to the one that lies on it. */
function stems({ bricks }: Wall): string {
  return bricks
    .map(({ on, x, y, width }) => {
      const above = bricks.find(({ id }) => id === on);
      return above === undefined ? "" : `M${x + width / 2},${y}V${above.y + above.height}`;
    })
    .join("");
}

function classOf({ id, on, piece, level }: Brick, now: Brick | undefined): string {
  const names = [
    "brick",
    level === 0 ? "letter" : "",
    on === undefined ? (level === 0 ? "alone" : "whole") : "",
    piece.mark ? "marked" : "",
  ];
  if (now !== undefined) names.push(now.id === id ? "now" : now.id === on ? "from" : "");
  return names.filter(Boolean).join(" ");
}

function tell({ text, from, step, count }: Joined, lang: Lang): string {
  const say = mergesWords[lang];
  const said =
    from === undefined
      ? say.letter(seen(text))
      : say.joined(
          seen(text),
          from.map((part) => seen(part.text)),
          step,
        );
  return `${said}${count === undefined ? "" : say.count(count)}${say.stop}`;
}
