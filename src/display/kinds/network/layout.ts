import type { Layer } from "./network.ts";

/** Where a neuron is drawn, in CSS pixels: the drawing is never scaled up, and four layers fit a phone. */
export interface Place {
  layer: number;
  neuron: number;
  x: number;
  y: number;
}

export interface Layout {
  width: number;
  height: number;
  radius: number;
  places: Place[];
  /** The middle of each layer, left to right. */
  columns: number[];
  /** Where the layers' names stand; absent where none has one. */
  names: number | undefined;
}

/** How wide a letter of a label is at most, on average. */
const letter = 8.5;

/** Layers from left to right, neurons from top to bottom, each layer in the middle of the height. */
export function layout(layers: readonly Layer[]): Layout {
  const tallest = Math.max(...layers.map(({ values }) => values.length));
  const [radius, pitch] = tallest > 14 ? [12, 27] : tallest > 7 ? [15, 36] : [19, 50];
  const room = (layer: Layer | undefined) =>
    letter * Math.max(0, ...(layer?.labels ?? []).map((label) => label.length)) + 8;
  const names = layers.some(({ name }) => name !== undefined) ? 14 : undefined;
  const top = names === undefined ? 2 : 28;
  const left = Math.max(room(layers[0]), names === undefined ? 0 : 18) + radius + 2;
  const right = Math.max(room(layers.at(-1)), names === undefined ? 0 : 18) + radius + 2;
  const step = layers.length > 4 ? 84 : layers.length > 3 ? 92 : layers.length > 2 ? 112 : 150;
  const columns = layers.map((_, i) => left + i * step);
  const height = top + (tallest - 1) * pitch + 2 * radius + 2;
  const middle = (top + height - 2) / 2;
  const places = layers.flatMap(({ values }, layer) =>
    Array.from(values, (_, neuron) => ({
      ...{ layer, neuron, x: columns[layer] ?? 0 },
      y: middle + (neuron - (values.length - 1) / 2) * pitch,
    })),
  );
  const width = left + (layers.length - 1) * step + right;
  return { width, height, radius, places, columns, names };
}
