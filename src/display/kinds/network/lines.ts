import type { Layout, Place } from "./layout.ts";
import type { Layer } from "./network.ts";

/** Lines of one look, as one path: a network has hundreds. */
export interface Bundle {
  sign: "positive" | "negative";
  /** How thick, from 0 (hardly there) to 4. */
  size: number;
  path: string;
}

/** The lines of a network, or only those that lead into one neuron, gathered by sign and size. */
export function bundles(layers: readonly Layer[], layout: Layout, into?: Place): Bundle[] {
  const { places, radius } = layout;
  const at = new Map(places.map((place) => [`${place.layer}.${place.neuron}`, place]));
  const paths = new Map<string, Bundle>();
  for (const to of into ? [into] : places) {
    const [before, layer] = [layers[to.layer - 1], layers[to.layer]];
    if (!before || !layer || layer.dropped[to.neuron]) continue;
    const largest = layer.weights.reduce((most, one) => Math.max(most, Math.abs(one) || 0), 0);
    for (let j = 0; j < before.values.length; j++) {
      const from = at.get(`${to.layer - 1}.${j}`);
      const weight = layer.weights[to.neuron * before.values.length + j] ?? 0;
      if (!from || before.dropped[j] || !Number.isFinite(weight)) continue;
      const size = largest === 0 ? 0 : Math.round((4 * Math.abs(weight)) / largest);
      const sign = weight < 0 ? "negative" : "positive";
      const key = `${sign}${size}`;
      const bundle = paths.get(key) ?? { sign, size, path: "" };
      bundle.path += `M${from.x + radius} ${short(from.y)}L${to.x - radius} ${short(to.y)}`;
      paths.set(key, bundle);
    }
  }
  // Thin ones first: the thick ones lie on top.
  return [...paths.values()].sort((a, b) => a.size - b.size);
}

const short = (n: number): string => String(Math.round(n * 10) / 10);
