import { useMemo, useRef, useState } from "preact/hooks";
import type { Lang } from "../../words.ts";
import { layout } from "./layout.ts";
import { drawPart } from "./parts.tsx";
import { moved, partsOf, sourcesOf } from "./reach.ts";
import { type Part, read } from "./reading.ts";
import { WiringTable } from "./Table.tsx";
import type { WiringDisplay } from "./wiring.ts";
import { wiringWords } from "./words.ts";

const idOf = ({ stage, word }: Part) => `${stage}-${word}`;

/** The drawing; below it, in room that is always kept, the sum of the part that is pointed at, tapped or focused. */
export function WiringView({ display, lang }: { display: WiringDisplay; lang: Lang }) {
  const say = wiringWords[lang];
  const { words, asks } = display;
  const sizes = [
    words.length,
    asks,
    display.vectors[0]?.length,
    display.query.length,
    display.output.length,
  ];
  const [n = 0, , vector = 0, key = 0, value = 0] = sizes;
  const room = useMemo(() => layout({ words: n, asks, vector, key, value }), sizes);
  const parts = partsOf(n, asks);
  const [chosen, choose] = useState<string>();
  const [pointed, point] = useState<string>();
  const drawing = useRef<SVGSVGElement>(null);

  const find = (id?: string) => parts.find((part) => idOf(part) === id);
  const active = find(pointed) ?? find(chosen);
  const stop = find(chosen) ?? parts[0];
  const sources = active ? sourcesOf(active, n, asks).map(idOf) : [];
  const reading = active && read(display, active, lang);
  const asker = words[asks] ?? "";

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      choose(undefined);
      point(undefined);
      return;
    }
    const next = stop && moved(stop, event.key, n, asks);
    if (!next) return;
    event.preventDefault();
    point(undefined);
    drawing.current?.querySelector<SVGGElement>(`[data-part="${idOf(next)}"]`)?.focus();
  };

  const draw = (part: Part) => {
    const id = idOf(part);
    const { title, sum } = read(display, part, lang);
    const state = active === part ? " now" : sources.includes(id) ? " source" : "";
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a picture that tells its sum when focused
      <g
        key={id}
        class={`part ${part.stage}${state}${masked(display, part) ? " masked" : ""}`}
        data-part={id}
        role="img"
        tabindex={stop === part ? 0 : -1}
        aria-label={`${title}${say.colon}${sum}`}
        onFocus={() => choose(id)}
        onClick={() => choose(id)}
        onPointerOver={(event) => event.pointerType === "mouse" && point(id)}
      >
        {drawPart(display, room, part)}
      </g>
    );
  };

  return (
    <figure class="d-wiring">
      {/* biome-ignore lint/a11y/useSemanticElements: a group, not a landmark: a page has many */}
      <div
        class="d-wiring-scroll"
        role="group"
        aria-label={say.scroll}
        tabindex={n > 3 ? 0 : undefined}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: HTML has no group that can be drawn in SVG */}
        <svg
          ref={drawing}
          class={active ? "d-wiring-drawing active" : "d-wiring-drawing"}
          data-words={n}
          viewBox={`0 0 ${room.width} ${room.height}`}
          width={room.width}
          height={room.height}
          role="group"
          aria-label={say.drawing(words.join(", "), asker)}
          onKeyDown={onKeyDown}
          onPointerLeave={() => point(undefined)}
        >
          <desc>{say.story(asker)}</desc>
          <g class="words">
            {words.map((word, i) => (
              <text
                key={i}
                class={i === asks ? "word asks" : "word"}
                x={room.columns[i]?.vector.center}
                y={room.word}
                text-anchor="middle"
              >
                {word.length > 11 ? `${word.slice(0, 10)}…` : word}
              </text>
            ))}
          </g>
          {parts.filter(behind).map(draw)}
          <g class="softmax">
            <rect
              x={room.softmax.x}
              y={room.softmax.y}
              width={room.softmax.width}
              height={room.softmax.height}
              rx="4"
            />
            <text x={room.softmax.center} y={room.softmax.y + 16} text-anchor="middle">
              softmax
            </text>
          </g>
          {parts.filter((part) => !behind(part)).map(draw)}
        </svg>
      </div>
      <p class="d-wiring-reading">
        {reading ? (
          <>
            <b>{reading.title}</b>
            {say.colon}
            <span class="d-wiring-sum">{reading.sum}</span>
          </>
        ) : (
          <span class="d-wiring-hint">{say.hint}</span>
        )}
      </p>
      <WiringTable display={display} lang={lang} />
    </figure>
  );
}

/** Whether the word may not be seen by the word that asks: its wires carry nothing. */
const masked = (display: WiringDisplay, { stage, word }: Part) =>
  (stage === "score" || stage === "weight" || stage === "product") &&
  display.scores[word] === -Infinity;

/** The values' wires run behind the softmax. */
const behind = ({ stage }: Part) => stage === "product";
