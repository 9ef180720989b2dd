import type { Lang } from "../../words.ts";
import { short } from "./reading.ts";
import type { WiringDisplay } from "./wiring.ts";
import { wiringWords } from "./words.ts";

const list = (numbers: readonly number[] = []) => `(${numbers.map(short).join(", ")})`;

/** The drawing's numbers as a table, for those who cannot see it or want them side by side. */
export function WiringTable({ display, lang }: { display: WiringDisplay; lang: Lang }) {
  const say = wiringWords[lang];
  return (
    <details class="d-wiring-numbers">
      <summary>{say.numbers}</summary>
      <p>{say.story(display.words[display.asks] ?? "")}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a group, not a landmark: a page has many */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div class="d-wiring-scroll" role="group" aria-label={say.numbers} tabIndex={0}>
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
            {display.words.map((word, i) => {
              const weight = display.weights[i] ?? Number.NaN;
              const value = display.values[i] ?? [];
              return (
                <tr key={i}>
                  <th scope="row">{word}</th>
                  <td>{list(display.vectors[i])}</td>
                  <td>{list(display.keys[i])}</td>
                  <td>{list(value)}</td>
                  <td>{short(display.scores[i] ?? Number.NaN)}</td>
                  <td>{short(weight)}</td>
                  <td>{list(value.map((number) => number * weight))}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p>{say.rest(list(display.query), list(display.output))}</p>
    </details>
  );
}
