import type { Lang } from "../../words.ts";
import { formatNumber } from "../kind.ts";
import { type LineDisplay, summary } from "./line.ts";
import { lineWords } from "./words.ts";

/** What the chart says, in numbers. */
export function LineTable({ display, lang }: { display: LineDisplay; lang: Lang }) {
  const say = lineWords[lang];
  return (
    <details class="d-line-numbers">
      <summary>{say.numbers}</summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a group, not a landmark: a page has many */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div class="d-line-scroll" role="group" aria-label={say.numbers} tabIndex={0}>
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
            {display.series.map((series) => {
              const { points, first, last, lowest, highest } = summary(series);
              return (
                <tr key={series.name}>
                  <th scope="row">{series.name}</th>
                  <td>{formatNumber(points)}</td>
                  {[first, last, lowest, highest].map((number, i) => (
                    <td key={say.columns[i + 2]}>
                      {Number.isNaN(number) ? "–" : formatNumber(number, 3)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
