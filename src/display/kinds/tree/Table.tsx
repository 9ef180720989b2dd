import type { Lang } from "../../words.ts";
import type { Leaf } from "./layout.ts";
import { chance, pathOf, shown, textOf } from "./reading.ts";
import { treeWords } from "./words.ts";

/** The tree's numbers as a table, for those who cannot see it or want them one under the other. */
export function TreeTable({ leaves, lang }: { leaves: readonly Leaf[]; lang: Lang }) {
  const say = treeWords[lang];
  return (
    <details class="d-tree-numbers">
      <summary>{say.numbers}</summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a group, not a landmark: a page has many */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div class="d-tree-scroll" role="group" aria-label={say.numbers} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {say.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {leaves.slice(1).map(({ id, path }) => {
              const last = path.at(-1);
              return (
                <tr key={id} class={last?.mark}>
                  <th scope="row">{shown(textOf(path))}</th>
                  <td>{shown(last?.token ?? "")}</td>
                  <td>{chance(last?.probability ?? Number.NaN)}</td>
                  <td>{chance(pathOf(path))}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
