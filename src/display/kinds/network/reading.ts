import type { Lang } from "../../words.ts";
import { formatNumber } from "../kind.ts";
import type { NetworkDisplay } from "./network.ts";
import { networkWords } from "./words.ts";

/** What a neuron is called, and how its number was computed: `0.31 × 1.20 + … + bias 0.10 = 0.42`. */
export function read(
  { layers }: NetworkDisplay,
  at: { layer: number; neuron: number },
  lang: Lang,
): { title: string; sum: string } {
  const say = networkWords[lang];
  const [layer, before] = [layers[at.layer], layers[at.layer - 1]];
  const name = layer?.name ?? (at.layer === 0 ? say.input : say.layer(at.layer));
  const title = layer?.labels?.[at.neuron] ?? say.neuron(name, at.neuron + 1);
  const value = layer?.values[at.neuron] ?? Number.NaN;
  if (!layer || layer.dropped[at.neuron]) return { title, sum: say.dropped };
  if (!before) return { title, sum: formatNumber(value) };
  const terms = Array.from(before.values, (from, j) => ({
    weight: layer.weights[at.neuron * before.values.length + j] ?? 0,
    from,
    place: j,
  })).filter(({ place }) => !before.dropped[place]);
  const product = ({ weight, from }: { weight: number; from: number }) => weight * from;
  const kept = new Set(
    terms.length <= 6
      ? terms
      : [...terms].sort((a, b) => Math.abs(product(b)) - Math.abs(product(a))).slice(0, 4),
  );
  const rest = terms.filter((term) => !kept.has(term));
  const parts = terms
    .filter((term) => kept.has(term))
    .map(({ weight, from }) => `${bracketed(weight)} × ${bracketed(from)}`);
  const add = (list: typeof terms) => list.reduce((sum, term) => sum + product(term), 0);
  if (rest.length > 0)
    parts.push(`${say.rest(rest.length)}${formatNumber(add(rest))}${lang === "zh" ? "）" : ")"}`);
  const bias = layer.biases[at.neuron];
  if (bias !== undefined) parts.push(`${say.bias} ${formatNumber(bias)}`);
  const sum = add(terms) + (bias ?? 0);
  const written = `${parts.join(" + ")} = ${formatNumber(sum)}`;
  // What makes another number of the sum, such as ReLU, is seen by its result.
  const same = Math.abs(sum - value) <= 1e-3 * (1 + Math.abs(sum));
  const relu = !same && value === 0 && sum < 0;
  return {
    title,
    sum: same ? written : `${written}${relu ? ", ReLU" : ""} → ${formatNumber(value)}`,
  };
}

const bracketed = (n: number): string => (n < 0 ? `(${formatNumber(n)})` : formatNumber(n));

/** Where an arrow key leads: up and down a layer, left and right between layers. */
export function moved(
  { layers }: NetworkDisplay,
  at: { layer: number; neuron: number },
  key: string,
): { layer: number; neuron: number } | undefined {
  const by: Record<string, [layer: number, neuron: number]> = {
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
  };
  const step = by[key];
  if (!step) return undefined;
  const within = (n: number, size: number) => Math.max(0, Math.min(size - 1, n));
  const layer = within(at.layer + step[0], layers.length);
  return { layer, neuron: within(at.neuron + step[1], layers[layer]?.values.length ?? 1) };
}
