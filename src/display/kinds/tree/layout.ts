import { shown } from "./reading.ts";
import type { Branch } from "./tree.ts";

/** A branch in its place: every length in CSS pixels. */
export interface Leaf {
  /** Its way from the root: `0.2.1`. */
  id: string;
  parent: string | undefined;
  path: Branch[];
  x: number;
  y: number;
  width: number;
}

export interface Layout {
  width: number;
  height: number;
  leaves: Leaf[];
}

export const box = { height: 36, row: 42, gap: 18, letter: 7.9, padding: 12, least: 36, most: 150 };

const letters = Math.floor((box.most - box.padding) / box.letter);

/** A token as it fits a box; of a long one its end, for that is where it is continued. */
export function fitted(token: string): string {
  const all = [...shown(token)];
  return all.length <= letters ? all.join("") : `…${all.slice(1 - letters).join("")}`;
}

/** Depth from left to right, a row for each end; a branch stands level with the middle of its own. */
export function layout(root: Branch): Layout {
  const leaves: Leaf[] = [];
  const widths: number[] = [];
  let rows = 0;
  const place = (branch: Branch, above: Branch[], id: string, parent?: string): Leaf => {
    const path = [...above, branch];
    const depth = above.length;
    const letters = [...fitted(branch.token)].length;
    const wanted = Math.max(box.least, letters * box.letter + box.padding);
    widths[depth] = Math.max(widths[depth] ?? 0, wanted);
    const leaf: Leaf = { id, parent, path, x: depth, y: 0, width: wanted };
    leaves.push(leaf);
    const children = branch.children.map((child, i) => place(child, path, `${id}.${i}`, id));
    const [first, last] = [children[0], children.at(-1)];
    leaf.y = first && last ? (first.y + last.y) / 2 : 1 + box.row * rows++;
    return leaf;
  };
  place(root, [], "0");
  const starts = widths.map((_, depth) =>
    widths.slice(0, depth).reduce((sum, width) => sum + width + box.gap, 1),
  );
  for (const leaf of leaves) leaf.x = starts[leaf.x] ?? 0;
  return {
    width: Math.ceil((starts.at(-1) ?? 0) + (widths.at(-1) ?? 0) + 1),
    height: 2 + box.row * (rows - 1) + box.height,
    leaves,
  };
}

/** Where an arrow key leads: to the parent, to the likeliest child, to the next one above or below at the same depth. */
export function moved({ leaves }: Layout, from: Leaf, key: string): Leaf | undefined {
  switch (key) {
    case "ArrowLeft":
      return leaves.find(({ id }) => id === from.parent);
    case "ArrowRight":
      return leaves
        .filter(({ parent }) => parent === from.id)
        .reduce<Leaf | undefined>(
          (best, leaf) => (best && chanceOf(best) >= chanceOf(leaf) ? best : leaf),
          undefined,
        );
    case "ArrowUp":
    case "ArrowDown": {
      const level = leaves.filter(({ path }) => path.length === from.path.length);
      return level[level.indexOf(from) + (key === "ArrowUp" ? -1 : 1)];
    }
    case "Home":
      return leaves[0];
    default:
      return undefined;
  }
}

const chanceOf = ({ path }: Leaf): number => path.at(-1)?.probability ?? 0;
