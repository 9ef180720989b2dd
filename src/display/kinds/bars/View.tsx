import { formatNumber, formatShare } from "../kind.ts";
import type { BarsDisplay } from "./bars.ts";

export function BarsView({ display }: { display: BarsDisplay }) {
  const { labels, values, title, highlight, digits } = display;
  const finite = Array.from(values, (value) => (Number.isFinite(value) ? value : 0));
  // Probabilities keep a fixed scale, so that two sets of bars can be compared by eye.
  const low = Math.min(0, ...finite);
  const high = Math.max(low < 0 ? 0 : 1e-9, ...finite);
  const top = low === 0 && high <= 1 ? 1 : high;
  // Whole numbers are counts; else all have as many digits, so that they stand in line.
  const whole = finite.every(Number.isInteger);
  const write = (value: number) => (whole ? formatNumber(value) : formatShare(value, digits));
  const percent = (value: number) => `${((100 * value) / (top - low || 1)).toFixed(2)}%`;
  return (
    <table class="d-bars">
      {title === undefined ? null : <caption>{title}</caption>}
      <tbody>
        {labels.map((label, i) => {
          const value = finite[i] ?? 0;
          return (
            <tr key={i} class={label === highlight ? "d-bars-high" : undefined}>
              <th scope="row">{label}</th>
              <td class="d-bars-bar">
                <svg width="100%" height="100%" aria-hidden="true" focusable="false">
                  <rect class="d-bars-track" width="100%" height="100%" rx="2" />
                  <rect
                    class="d-bars-fill"
                    x={percent(Math.min(value, 0) - low)}
                    width={percent(Math.abs(value))}
                    height="100%"
                    rx="2"
                  />
                </svg>
              </td>
              <td class="d-bars-number">{write(values[i] ?? 0)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
