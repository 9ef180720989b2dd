import { useMemo, useRef, useState } from "preact/hooks";
import { type Lang, words } from "../../words.ts";
import { box, fitted, type Leaf, layout, moved } from "./layout.ts";
import { brief, chance, pathOf, productOf, textOf } from "./reading.ts";
import { TreeTable } from "./Table.tsx";
import type { TreeDisplay } from "./tree.ts";
import { treeWords } from "./words.ts";

/** The drawing; below it, in room that is always kept, the chance of the way that is pointed at, tapped or focused. */
export function TreeView({ display, lang }: { display: TreeDisplay; lang: Lang }) {
  const say = treeWords[lang];
  const { root, title, more } = display;
  const room = useMemo(() => layout(root), [root]);
  const { leaves } = room;
  const [chosen, choose] = useState<string>();
  const [pointed, point] = useState<string>();
  const drawing = useRef<SVGSVGElement>(null);

  const find = (id?: string) => leaves.find((leaf) => leaf.id === id);
  const active = find(pointed) ?? find(chosen);
  const stop = find(chosen) ?? leaves[0];
  const way = active ? leaves.filter(({ id }) => `${active.id}.`.startsWith(`${id}.`)) : [];
  const ends = leaves.filter(({ path }) => path.at(-1)?.children.length === 0);
  const best = ends.reduce((a, b) => (pathOf(b.path) > pathOf(a.path) ? b : a), ends[0] as Leaf);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      choose(undefined);
      point(undefined);
      return;
    }
    const next = stop && moved(room, stop, event.key);
    if (!next) return;
    event.preventDefault();
    point(undefined);
    drawing.current?.querySelector<SVGGElement>(`[data-branch="${next.id}"]`)?.focus();
  };

  const read = ({ path }: Leaf) => {
    const mark = path.at(-1)?.mark;
    const sum = path.length > 1 ? productOf(path) : say.start;
    return `“${textOf(path)}”${say.colon}${sum}${mark ? ` (${say[mark]})` : ""}`;
  };

  const draw = (leaf: Leaf) => {
    const { id, path, x, y, width } = leaf;
    const branch = path.at(-1);
    const state = leaf === active ? "now" : way.includes(leaf) ? "way" : "";
    const probability = branch?.probability;
    const from = find(leaf.parent);
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a picture that tells its chance when focused
      <g
        key={id}
        class={["branch", branch?.mark, state].filter(Boolean).join(" ")}
        data-branch={id}
        role="img"
        tabindex={stop === leaf ? 0 : -1}
        aria-label={read(leaf)}
        onFocus={() => choose(id)}
        onClick={() => choose(id)}
        onPointerOver={(event) => event.pointerType === "mouse" && point(id)}
      >
        {from && <path class="edge" d={edge(from, leaf)} stroke-width={thickness(probability)} />}
        <rect class="box" x={x} y={y} width={width} height={box.height} rx="4" />
        <text
          class="token"
          x={x + width / 2}
          y={y + (probability === undefined ? 23 : 16)}
          text-anchor="middle"
        >
          {fitted(branch?.token ?? "")}
        </text>
        {probability !== undefined && (
          <text class="chance" x={x + width / 2} y={y + 30} text-anchor="middle">
            {brief(probability)}
          </text>
        )}
      </g>
    );
  };

  return (
    <figure class="d-tree">
      {title !== undefined && <figcaption>{title}</figcaption>}
      {/* biome-ignore lint/a11y/useSemanticElements: a group, not a landmark: a page has many */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div class="d-tree-scroll" role="group" aria-label={say.scroll} tabIndex={0}>
        {/* biome-ignore lint/a11y/useSemanticElements: HTML has no group that can be drawn in SVG */}
        <svg
          ref={drawing}
          class={active ? "d-tree-drawing active" : "d-tree-drawing"}
          viewBox={`0 0 ${room.width} ${room.height}`}
          width={room.width}
          height={room.height}
          role="group"
          aria-label={say.drawing(root.token, ends.length)}
          onKeyDown={onKeyDown}
          onPointerLeave={() => point(undefined)}
        >
          <desc>{say.story(root.token, textOf(best.path), chance(pathOf(best.path)))}</desc>
          {leaves.map(draw)}
        </svg>
      </div>
      <p class="d-tree-reading">
        {active ? read(active) : <span class="d-tree-hint">{say.hint}</span>}
      </p>
      {more ? <p class="d-more">{words(lang).more(more)}</p> : null}
      <TreeTable leaves={leaves} lang={lang} />
    </figure>
  );
}

/** How thick the line to a branch is: by its chance. */
export const thickness = (probability = 0) => 1 + 6 * probability;

/** From the middle of a box's end to the middle of the next one's beginning. */
function edge(from: Leaf, to: Leaf): string {
  const start = from.x + from.width;
  const half = (to.x - start) / 2;
  const [a, b] = [from.y + box.height / 2, to.y + box.height / 2];
  return `M${start},${a}c${half},0 ${half},${b - a} ${2 * half},${b - a}`;
}
