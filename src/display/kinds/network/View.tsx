import { useRef, useState } from "preact/hooks";
import type { Lang } from "../../words.ts";
import { formatNumber } from "../kind.ts";
import { layout, type Place } from "./layout.ts";
import { type Bundle, bundles } from "./lines.ts";
import type { NetworkDisplay } from "./network.ts";
import { moved, read } from "./reading.ts";
import { networkWords } from "./words.ts";

const idOf = ({ layer, neuron }: { layer: number; neuron: number }) => `${layer}.${neuron}`;

/** Circles and lines; below, in room that is always kept, how the number of a circle was computed that is pointed at, tapped or focused. */
export function NetworkView({ display, lang }: { display: NetworkDisplay; lang: Lang }) {
  const say = networkWords[lang];
  const { layers, title } = display;
  const room = layout(layers);
  const [chosen, choose] = useState<string>();
  const [pointed, point] = useState<string>();
  const drawing = useRef<SVGSVGElement>(null);
  const find = (id?: string) => room.places.find((place) => idOf(place) === id);
  const now = find(pointed) ?? find(chosen);
  const stop = find(chosen) ?? room.places[0];
  const reading = now && read(display, now, lang);
  const sizes = layers.map(({ values }) => values.length).join(" → ");

  const onKeyDown = (event: KeyboardEvent) => {
    const next = stop && moved(display, stop, event.key);
    if (!next) return;
    event.preventDefault();
    point(undefined);
    drawing.current?.querySelector<SVGGElement>(`[data-neuron="${idOf(next)}"]`)?.focus();
  };
  return (
    <figure class="d-network">
      {title !== undefined && <figcaption>{title}</figcaption>}
      <div class="d-network-scroll">
        {/* biome-ignore lint/a11y/useSemanticElements: HTML has no group that can be drawn in SVG */}
        <svg
          ref={drawing}
          class={`${now ? "active" : ""}${room.radius < 15 ? " dense" : ""}`}
          viewBox={`0 0 ${room.width} ${room.height}`}
          width={room.width}
          height={room.height}
          role="group"
          aria-label={say.drawing(sizes)}
          onKeyDown={onKeyDown}
          onPointerLeave={() => point(undefined)}
        >
          <desc>{say.story}</desc>
          {room.names !== undefined &&
            layers.map(({ name }, i) => (
              <text key={i} class="name" x={room.columns[i]} y={room.names} text-anchor="middle">
                {name}
              </text>
            ))}
          <g class="lines">{bundles(layers, room).map(drawBundle)}</g>
          {now && <g class="lines into">{bundles(layers, room, now).map(drawBundle)}</g>}
          {room.places.map((place) => {
            const id = idOf(place);
            const { title, sum } = read(display, place, lang);
            const gone = layers[place.layer]?.dropped[place.neuron] ?? false;
            const from = now?.layer === place.layer + 1;
            return (
              // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a picture that tells its sum when focused
              <g
                key={id}
                class={`neuron${gone ? " dropped" : ""}${now === place ? " now" : from ? " from" : ""}`}
                data-neuron={id}
                role="img"
                tabindex={stop === place ? 0 : -1}
                aria-label={`${title}${say.colon}${sum}`}
                onFocus={() => choose(id)}
                onClick={() => choose(id)}
                onPointerOver={(event) => event.pointerType === "mouse" && point(id)}
              >
                <circle cx={place.x} cy={place.y} r={room.radius} />
                {!gone && (
                  <text class="number" x={place.x} y={place.y + 4} text-anchor="middle">
                    {brief(layers[place.layer]?.values[place.neuron] ?? Number.NaN)}
                  </text>
                )}
                {drawLabel(display, place, room.radius)}
              </g>
            );
          })}
        </svg>
      </div>
      <p class="d-network-reading">
        {reading ? (
          <>
            <b>{reading.title}</b>
            {say.colon}
            {reading.sum}
          </>
        ) : (
          <span class="d-network-hint">{say.hint}</span>
        )}
      </p>
    </figure>
  );
}

const drawBundle = ({ sign, size, path }: Bundle) => (
  <path key={`${sign}${size}`} class={`${sign} s${size}`} d={path} />
);

/** What the first and the last layer stand for is written beside them; elsewhere the lines leave no room. */
function drawLabel({ layers }: NetworkDisplay, { layer, neuron, x, y }: Place, radius: number) {
  const label = layers[layer]?.labels?.[neuron];
  const [first, last] = [layer === 0, layer === layers.length - 1];
  if (label === undefined || !(first || last)) return null;
  return (
    <text
      class="label"
      x={first ? x - radius - 5 : x + radius + 5}
      y={y + 4}
      text-anchor={first ? "end" : "start"}
    >
      {label === " " ? "␣" : label}
    </text>
  );
}

/** A number that fits a circle. */
const brief = (value: number): string => {
  const text = formatNumber(value, Math.abs(value) >= 10 ? 0 : Math.abs(value) >= 1 ? 1 : 2);
  return text.replace(/^(−?)0\./, "$1.");
};
