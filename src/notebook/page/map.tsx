import { render } from "preact";
import { users } from "../graph.ts";
import { nameOf } from "../ids.ts";
import type { Status } from "../life.ts";
import type { ModuleId } from "../types.ts";
import { goTo } from "./going.ts";
import { tellStatus } from "./look.ts";
import type { Page } from "./page.ts";

/** A cell of the map: how it stands, and by their places the earlier cells that it uses. */
interface Row {
  id: ModuleId;
  state: Status["state"];
  told: string;
  time: string;
  uses: number[];
}

/** The measures of a row and of the strip of arcs beside it, in pixels. */
const [high, wide] = [28, 44];

/** The cells of the chapter in their order, arcs from each to what uses it: beside the text, drawn anew whenever a cell changed. */
export class ChapterMap {
  readonly #page: Page;
  readonly #place = document.createElement("div");
  #drawn = "";

  constructor(page: Page, beside: Element) {
    this.#page = page;
    this.#place.className = "cell-map";
    beside.after(this.#place);
    this.draw();
  }

  close(): void {
    render(null, this.#place);
    this.#place.remove();
  }

  draw(): void {
    const rows = this.#rows();
    const key = JSON.stringify(rows);
    if (key === this.#drawn) return;
    this.#drawn = key;
    render(
      <Rows rows={rows} say={this.#page.words.map} go={(id) => goTo(this.#page, id)} />,
      this.#place,
    );
  }

  #rows(): Row[] {
    const { sources, notebook, views, words } = this.#page;
    const ids = [...views.keys()];
    const used = users(sources.modules);
    return ids.map((id) => {
      const status = notebook.status(id);
      const result = notebook.results.get(id);
      const milliseconds = result?.milliseconds ?? sources.get(id).published.milliseconds;
      return {
        id,
        state: status.state,
        told: tellStatus(id, status, result, sources.isEdited(id), words),
        time: words.duration(milliseconds),
        uses: [...ids.keys()].filter((at) => used.get(ids[at] ?? "")?.includes(id)),
      };
    });
  }
}

function Rows(props: {
  rows: Row[];
  say: { label: string; uses(names: string): string };
  go(id: ModuleId): void;
}) {
  const { rows, say, go } = props;
  const names = (places: number[]) => places.map((at) => nameOf(rows[at]?.id ?? "")).join(", ");
  return (
    <>
      <svg width={wide} height={rows.length * high} aria-hidden="true">
        {rows.flatMap(({ uses }, to) =>
          uses.map((from) => (
            <path key={`${from}-${to}`} d={arc(from, to)} data-from={from} data-to={to} />
          )),
        )}
      </svg>
      <ol aria-label={say.label}>
        {rows.map(({ id, state, told, time, uses }, at) => (
          <li key={id}>
            <button
              type="button"
              data-state={state}
              onClick={() => go(id)}
              onPointerEnter={light(at)}
              onFocus={light(at)}
              onPointerLeave={light(undefined)}
              onBlur={light(undefined)}
              aria-label={[nameOf(id), told, time, uses.length > 0 && say.uses(names(uses))]
                .filter(Boolean)
                .join(", ")}
              title={told}
            >
              <span class="cell-map-name">{nameOf(id)}</span>
              <span class="cell-map-time">{time}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

/** From the middle of one row to that of another, the wider the farther. */
function arc(from: number, to: number): string {
  const [start, end] = [(from + 0.5) * high, (to + 0.5) * high];
  const out = wide - Math.min(wide - 4, 8 + Math.abs(to - from) * 3);
  return `M${wide} ${start}C${out} ${start} ${out} ${end} ${wide} ${end}`;
}

/** Marks the arcs of a cell: to what it uses, and to what uses it. */
const light = (at: number | undefined) => (event: Event) => {
  const map = event.currentTarget instanceof Element && event.currentTarget.closest(".cell-map");
  if (!map) return;
  for (const path of map.querySelectorAll<SVGPathElement>("path")) {
    const { from, to } = path.dataset;
    path.classList.toggle("uses", at !== undefined && to === String(at));
    path.classList.toggle("used", at !== undefined && from === String(at));
  }
};
