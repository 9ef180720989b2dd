import type { Lang } from "../../words.ts";
import { formatShare } from "../kind.ts";
import { type HeadsDisplay, isCausal, rowOf, seen } from "./heads.ts";
import { headsWords } from "./words.ts";

/** All weights of the token that asks, for those who cannot see the drawing or want every number. */
export function HeadsTable({
  display,
  asks,
  lang,
}: {
  display: HeadsDisplay;
  asks: number;
  lang: Lang;
}) {
  const say = headsWords[lang];
  const { tokens, names } = display;
  const rows = names.map((_, head) => rowOf(display, head, asks));
  const heard = isCausal(display) ? tokens.slice(0, asks + 1) : tokens;
  return (
    <details class="d-heads-numbers">
      <summary>
        “{seen(tokens[asks])}”{say.colon}
        {say.numbers}
      </summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a group, not a landmark: a page has many */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div class="d-heads-scroll" role="group" aria-label={say.scroll} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.heard}</th>
              {names.map((name, head) => (
                <th key={head} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heard.map((token, i) => (
              <tr key={i}>
                <th scope="row">{seen(token)}</th>
                {rows.map((row, head) => (
                  <td key={head}>{formatShare(row[i] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
