import { type Lang, words } from "../../words.ts";
import { cellToText, type TableDisplay } from "./table.ts";

export function TableView({ display, lang }: { display: TableDisplay; lang: Lang }) {
  const { columns, rows, title, digits, more } = display;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a group, not a landmark: a page has many
    <div class="d-scroll" tabIndex={0} role="group" aria-label={title ?? words(lang).table}>
      <table class="d-table">
        {title === undefined ? null : <caption>{title}</caption>}
        <thead>
          <tr>
            {columns.map((name) =>
              // A column without a name has no header that could be read out.
              name.trim() === "" ? (
                <td key={name} />
              ) : (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={columns[j]} class={typeof cell === "number" ? "d-number" : undefined}>
                  {cellToText(cell, digits)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more ? <p class="d-more">{words(lang).more(more)}</p> : null}
    </div>
  );
}
