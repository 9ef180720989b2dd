import { useEffect, useRef, useState } from "preact/hooks";
import type { Lang } from "../../words.ts";
import { type Cell, cellOf, elementOf, moved, within } from "./cells.ts";
import { ExplanationPanel } from "./ExplanationPanel.tsx";
import { follow, type Place } from "./follow.ts";
import { Slice } from "./Slice.tsx";
import { count, type Extent, extent, indexOf } from "./shown.ts";
import { captionOf, digitsOf, type TensorDisplay } from "./tensor.ts";
import { tensorWords } from "./words.ts";

/** How long the pointer rests on a number before it is explained: a pointer on its way somewhere else changes nothing. */
const rest = 70;

/** A heatmap with numbers. A number that is pointed at, tapped or focused tells below the table how it was made. */
export function TensorView({ display, lang }: { display: TensorDisplay; lang: Lang }) {
  const say = tensorWords[lang];
  const { shape, trace } = display;
  const { all, shown } = extent(shape);
  const [stop, enter] = useState<Cell>({ slice: 0, row: 0, column: 0 });
  const [now, explain] = useState<Cell>();
  /** The operands followed since. */
  const [path, walk] = useState<Place[]>([]);
  /** A number that was tapped or focused stays, whatever the pointer passes over. */
  const [pinned, pin] = useState(false);
  const figure = useRef<HTMLElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const open = (cell: Cell, stay: boolean) => {
    explain(cell);
    walk([]);
    if (!stay) return;
    pin(true);
    enter(cell);
  };
  const close = () => {
    const back = figure.current?.querySelector<HTMLElement>("td[tabindex='0']");
    if (figure.current?.querySelector(".d-explanation")?.contains(document.activeElement))
      back?.focus();
    explain(undefined);
    pin(false);
  };

  // The reader may have pointed at a number, or focused it, before the script came.
  useEffect(() => {
    if (!trace) return () => {};
    const waiting = cellOf(figure.current?.querySelector("td:is(:focus, :hover)") ?? null);
    if (waiting) open(waiting, document.activeElement?.matches("td") === true);
    return () => clearTimeout(timer.current);
  }, []);

  const onPointerOver = (event: PointerEvent) => {
    clearTimeout(timer.current);
    const cell = cellOf(event.target);
    if (cell && !pinned && event.pointerType === "mouse")
      timer.current = setTimeout(() => open(cell, false), rest);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && now) {
      event.stopPropagation();
      close();
    }
    const cell = cellOf(event.target);
    const next = cell && moved(cell, event.key, shown);
    if (!next) return;
    event.preventDefault();
    elementOf(figure.current, next)?.focus();
  };
  const pick = (event: Event) => {
    const cell = cellOf(event.target);
    if (cell) open(cell, true);
  };

  const largest = display.data.reduce(
    (most, n) => (Number.isFinite(n) ? Math.max(most, Math.abs(n)) : most),
    0,
  );
  const common = {
    display,
    digits: digitsOf(display),
    largest,
    ...(trace ? { stop: within(stop, shown), now } : {}),
  };
  const wide = shown.columns > 5 || shown.rows > 12 || shown.slices > 1;
  const title = (
    <>
      <b>{display.name}</b> <span class="d-tensor-shape">[{shape.join(", ")}]</span>
    </>
  );
  const first = now &&
    trace && {
      node: trace.nodes.length - 1,
      index: indexOf(shape, now.slice, now.row, now.column),
    };
  const steps = first && trace ? follow(trace, [first, ...path]) : [];
  return (
    <figure
      class={trace ? "d-tensor explains" : "d-tensor"}
      ref={figure}
      {...(trace ? { onPointerOver, onKeyDown, onFocusIn: pick, onClick: pick } : {})}
      onPointerLeave={() => clearTimeout(timer.current)}
    >
      {shape.length > 2 && <figcaption>{title}</figcaption>}
      {/* biome-ignore lint/a11y/useSemanticElements: a group, not a landmark: a page has many */}
      <div
        class="d-tensor-scroll"
        role="group"
        aria-label={say.scroll(captionOf(display))}
        tabIndex={!trace && wide ? 0 : undefined}
      >
        {Array.from({ length: shown.slices }, (_, slice) => (
          <Slice
            key={slice}
            {...common}
            slice={slice}
            caption={
              shape.length > 2
                ? `${display.name ?? ""}[${indexOf(shape, slice, 0, 0).slice(0, -2).join(", ")}]`
                : title
            }
          />
        ))}
      </div>
      {count(shown) < count(all) && (
        <p class="d-more">{say.showing(sizes(shape, shown), sizes(shape, all))}</p>
      )}
      {count(all) === 0 && <p class="d-more">{say.nothing}</p>}
      {trace && steps.length > 0 ? (
        <ExplanationPanel trace={trace} steps={steps} lang={lang} walk={walk} close={close} />
      ) : (
        trace && <p class="d-tensor-hint">{say.hint}</p>
      )}
    </figure>
  );
}

/** `64 × 64`, or `8 × 64 × 64` where there are slices. */
const sizes = (shape: readonly number[], { slices, rows, columns }: Extent) =>
  [...(shape.length > 2 ? [slices] : []), ...(shape.length > 1 ? [rows] : []), columns]
    .map((size) => size.toLocaleString("en"))
    .join(" × ");
