import { useState } from "preact/hooks";
import type { Lang } from "../../words.ts";
import { formatNumber } from "../kind.ts";
import { type AddedDisplay, digitsOf, termsOf } from "./added.ts";
import { addedWords } from "./words.ts";

/** Lengths in CSS pixels; it is never scaled, and eight words fit a phone. */
const cell = { height: 28, gap: 1, widest: 56, all: 344 };
const room = { sign: 20, caption: 22, head: 34 };

const blocks = ["word", "position", "sum"] as const;

/** A number: of the word that stood at `word` at first, in a row. */
interface Spot {
  word: number;
  row: number;
}

/** The word matrix, the position matrix and their sum. Words move over the places, by hand, by keys or by buttons. */
export function AddedView({ display, lang }: { display: AddedDisplay; lang: Lang }) {
  const say = addedWords[lang];
  const { title, words, size } = display;
  const [moved, move] = useState<{ order: number[]; of: AddedDisplay }>();
  const [picked, pick] = useState(0);
  const [held, hold] = useState<number>();
  const [active, read] = useState<Spot>();
  const [stop, enter] = useState<Spot>({ word: 0, row: 0 });
  // A new run starts from its own order.
  const order = moved?.of === display ? moved.order : words.map((_, i) => i);
  const chosen = Math.min(picked, words.length - 1);

  const step = Math.floor(Math.min(cell.widest, cell.all / words.length));
  const width = step * words.length + room.sign + 4;
  const left = (place: number) => room.sign + place * step;
  const high = size * (cell.height + cell.gap);
  const top = { word: room.caption + room.head, position: 0, sum: 0 };
  top.position = top.word + high + room.caption + 26;
  top.sum = top.position + high + room.caption + 8;
  const height = top.sum + high + 4;

  const digits = digitsOf(display);
  const placeOf = (word: number) => order.indexOf(word);
  const all = words.flatMap((_, word) =>
    Array.from({ length: size }, (_, row) => ({
      ...{ word, row, place: placeOf(word) },
      terms: termsOf(display, { word, place: placeOf(word), row }),
    })),
  );
  const largest = Math.max(
    ...[...display.vectors, ...display.positions, ...all.map(({ terms }) => terms.sum)]
      .map(Math.abs)
      .filter(Number.isFinite),
  );
  const sumOf = ({ terms }: (typeof all)[number]) =>
    `${write(terms.word, digits)} + ${bracketed(terms.position, digits)} = ${write(terms.sum, digits)}`;
  const now = all.find(({ word, row }) => word === active?.word && row === active.row);

  /** Puts a word at a place; those between make room. */
  const put = (word: number, place: number) => {
    if (place < 0 || place >= words.length) return;
    const rest = order.filter((one) => one !== word);
    pick(word);
    move({ order: rest.toSpliced(place, 0, word), of: display });
  };
  const drag = (event: PointerEvent, word: number) => {
    const svg = (event.currentTarget as Element).closest("svg");
    if (held !== word || !svg) return;
    const x = event.clientX - svg.getBoundingClientRect().left;
    const place = Math.floor((x - room.sign) / step);
    if (place !== placeOf(word)) put(word, place);
  };
  const walk = (event: KeyboardEvent, { word, row }: Spot) => {
    const to = next(event.key, { place: placeOf(word), row });
    const there = to && order[to.place];
    if (!to || there === undefined || to.row < 0 || to.row >= size) return;
    event.preventDefault();
    enter({ word: there, row: to.row });
    const svg = (event.currentTarget as Element).closest("svg");
    svg?.querySelector<SVGGElement>(`[data-sum="${there}.${to.row}"]`)?.focus();
  };
  const name = words[chosen] ?? "";
  const list = order.map((word) => words[word]).join(" ");
  return (
    <figure class="d-added">
      {title !== undefined && <figcaption>{title}</figcaption>}
      <div class="d-added-scroll">
        {/* biome-ignore lint/a11y/useSemanticElements: HTML has no group that can be drawn in SVG */}
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="group"
          aria-label={say.drawing(list)}
          onPointerLeave={() => read(undefined)}
        >
          <text class="caption" x={room.sign} y="14">
            {say.matrices.word}
          </text>
          <text class="caption" x={room.sign} y={top.position - 30}>
            {say.matrices.position}
          </text>
          <text class="caption" x={room.sign} y={top.sum - 9}>
            {say.matrices.sum}
          </text>
          <text class="sign" x="0" y={top.position + high / 2 + 6}>
            +
          </text>
          <text class="sign" x="0" y={top.sum + high / 2 + 6}>
            =
          </text>
          {words.map((_, place) => (
            <text
              key={place}
              class="place"
              x={left(place) + (step - 1) / 2}
              y={top.position - 8}
              text-anchor="middle"
            >
              {place + 1}
            </text>
          ))}
          {words.map((word, i) => (
            // biome-ignore lint/a11y/useSemanticElements: HTML's button cannot be drawn in SVG
            <g
              key={i}
              class={`handle${i === chosen ? " picked" : ""}${i === held ? " held" : ""}`}
              data-word={i}
              role="button"
              tabindex={0}
              aria-label={say.move(word, placeOf(i) + 1)}
              onFocus={() => pick(i)}
              onPointerDown={(event: PointerEvent) => {
                pick(i);
                hold(i);
                (event.currentTarget as Element).setPointerCapture?.(event.pointerId);
              }}
              onPointerMove={(event: PointerEvent) => drag(event, i)}
              onPointerUp={() => hold(undefined)}
              onPointerCancel={() => hold(undefined)}
              onKeyDown={(event: KeyboardEvent) => {
                const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
                if (by === undefined) return;
                event.preventDefault();
                put(i, placeOf(i) + by);
              }}
            >
              <rect
                x={left(placeOf(i)) + 0.5}
                y={room.caption}
                width={step - 2}
                height={room.head - 6}
                rx="5"
              />
              <text
                class={word.length * 9.5 > step ? "long" : undefined}
                x={left(placeOf(i)) + (step - 1) / 2}
                y={room.caption + 19}
                text-anchor="middle"
              >
                {word}
              </text>
            </g>
          ))}
          {blocks.flatMap((block) =>
            all.map((one) => {
              const { word, row, place, terms } = one;
              const sum = block === "sum";
              const spot = { word, row };
              const lit = one === now ? (sum ? " now" : " from") : "";
              return (
                // biome-ignore lint/a11y/noStaticElementInteractions: pointing helps the eye; the sums tell the same by keyboard
                <g
                  key={`${block}.${word}.${row}`}
                  class={`number ${block}${lit}`}
                  data-level={level(terms[block], largest)}
                  {...(sum
                    ? {
                        "data-sum": `${word}.${row}`,
                        role: "img",
                        tabindex: stop.word === word && stop.row === row ? 0 : -1,
                        "aria-label": say.sum(row + 1, words[word] ?? "", place + 1, sumOf(one)),
                        onFocus: () => read(spot),
                        onKeyDown: (event: KeyboardEvent) => walk(event, spot),
                      }
                    : {})}
                  onClick={() => read(spot)}
                  onPointerOver={(event: PointerEvent) =>
                    event.pointerType === "mouse" && held === undefined && read(spot)
                  }
                >
                  <rect
                    x={left(place)}
                    y={top[block] + row * (cell.height + cell.gap)}
                    width={step - 1}
                    height={cell.height}
                    rx="3"
                  />
                  <text
                    x={left(place) + (step - 1) / 2}
                    y={top[block] + row * (cell.height + cell.gap) + 19}
                    text-anchor="middle"
                  >
                    {write(terms[block], digits)}
                  </text>
                </g>
              );
            }),
          )}
        </svg>
      </div>
      <p class="d-added-reading" aria-live="polite">
        {now ? (
          say.sum(now.row + 1, words[now.word] ?? "", now.place + 1, sumOf(now))
        ) : (
          <span class="d-added-hint">{say.hint}</span>
        )}
      </p>
      <p class="d-added-moves">
        <button
          type="button"
          aria-label={say.left(name)}
          disabled={placeOf(chosen) === 0}
          onClick={() => put(chosen, placeOf(chosen) - 1)}
        >
          ←
        </button>
        <b>{name}</b>
        <button
          type="button"
          aria-label={say.right(name)}
          disabled={placeOf(chosen) === words.length - 1}
          onClick={() => put(chosen, placeOf(chosen) + 1)}
        >
          →
        </button>
      </p>
    </figure>
  );
}

/** Where a key leads among the sums. */
function next(key: string, { place, row }: { place: number; row: number }) {
  switch (key) {
    case "ArrowLeft":
      return { place: place - 1, row };
    case "ArrowRight":
      return { place: place + 1, row };
    case "ArrowUp":
      return { place, row: row - 1 };
    case "ArrowDown":
      return { place, row: row + 1 };
    default:
      return undefined;
  }
}

/** With as many digits for all, so that they stand in line. */
const write = (value: number, digits: number): string =>
  Number.isFinite(value) && Math.abs(value) < 100
    ? (Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value).toFixed(digits).replace("-", "−")
    : formatNumber(value, 0);

const bracketed = (value: number, digits: number): string =>
  value < 0 ? `(${write(value, digits)})` : write(value, digits);

/** The step of the color scale, from -10 to 10. */
const level = (value: number, largest: number): number | "none" =>
  !Number.isFinite(value) ? "none" : largest > 0 ? Math.round((value / largest) * 10) + 0 : 0;
