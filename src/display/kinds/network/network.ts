import {
  brand,
  cut,
  formatNumber,
  type Numbers,
  readArray,
  readFields,
  readFloats,
  readOptionalString,
  readOptionalStrings,
  toList,
  toTensorLike,
} from "../kind.ts";

/** A network of neurons, layer by layer from the inputs to the outputs. */
export interface NetworkDisplay {
  kind: "network";
  title?: string;
  layers: Layer[];
}

export interface Layer {
  name?: string;
  /** What each neuron stands for. */
  labels?: string[];
  values: Float32Array;
  /** Row after row: for each neuron, the weights of its lines from the layer before. Empty for the inputs. */
  weights: Float32Array;
  /** What each neuron adds to its sum; empty where nothing is. */
  biases: Float32Array;
  /** Which neurons are left out, with all their lines; empty where none is. */
  dropped: boolean[];
}

/** No drawing has more: a circle must stay large enough for its number. */
export const most = { layers: 5, neurons: 28, name: 24, label: 16 };

/** What `network` takes for a layer. */
export interface LayerParts {
  name?: string;
  labels?: readonly string[];
  values: Numbers;
  /** The weights of the lines from the layer before: a row for each neuron here. The inputs have none. */
  weights?: Numbers;
  biases?: Numbers;
  dropped?: readonly boolean[];
}

/**
 * A drawing of a network: circles for neurons, with their numbers, and lines for weights. A layer's `weights` are a matrix [here, before].
 * Throws where sizes do not fit.
 */
export function network(
  layers: readonly LayerParts[],
  { title }: { title?: string } = {},
): NetworkDisplay {
  const made: NetworkDisplay = {
    kind: "network",
    ...(title === undefined ? {} : { title: cut(String(title), 200) }),
    layers: layers.map(({ name, labels, values, weights, biases, dropped }) => ({
      ...(name === undefined ? {} : { name: cut(String(name), most.name) }),
      ...(labels === undefined
        ? {}
        : { labels: labels.map((one) => cut(String(one), most.label)) }),
      values: Float32Array.from(toList(values, "network: values")),
      weights: Float32Array.from(weights ? toTensorLike(weights, "network: weights").data : []),
      biases: Float32Array.from(biases ? toList(biases, "network: biases") : []),
      dropped: [...(dropped ?? [])],
    })),
  };
  check(made);
  return brand(made);
}

function check({ layers }: NetworkDisplay): void {
  if (layers.length < 2 || layers.length > most.layers)
    throw new Error(`network: 2 to ${most.layers} layers can be drawn, got ${layers.length}`);
  for (const [i, { values, weights, biases, labels, dropped }] of layers.entries()) {
    const [size, before] = [values.length, layers[i - 1]?.values.length ?? 0];
    if (size < 1 || size > most.neurons)
      throw new Error(`network: a layer has 1 to ${most.neurons} neurons, got ${size}`);
    if (weights.length !== size * before)
      throw new Error(
        i === 0
          ? "network: the first layer has nothing before it, and so no weights"
          : `network: layer ${i} has ${size} neurons and ${before} before them: it needs ${size} × ${before} weights, got ${weights.length}`,
      );
    for (const [what, list] of Object.entries({ biases, labels, dropped }))
      if (list !== undefined && list.length !== size && !(list.length === 0 && what !== "labels"))
        throw new Error(`network: layer ${i} has ${size} neurons and ${list.length} ${what}`);
  }
}

export function readNetwork(raw: unknown): NetworkDisplay {
  const { title, layers } = readFields(raw, "network");
  const named = readOptionalString(title, "network: title", 200);
  const made: NetworkDisplay = {
    kind: "network",
    ...(named === undefined ? {} : { title: named }),
    layers: readArray(layers, "network", most.layers + 1, (one, at) => {
      const { name, labels, values, weights, biases, dropped } = readFields(one, at);
      const called = readOptionalString(name, `${at}: name`, most.name);
      const known = readOptionalStrings(labels, `${at}: labels`, most.neurons + 1);
      return {
        ...(called === undefined ? {} : { name: called }),
        ...(known === undefined ? {} : { labels: known.map((label) => cut(label, most.label)) }),
        values: readFloats(values, `${at}: values`, most.neurons + 1),
        weights: readFloats(weights, `${at}: weights`, most.neurons ** 2 + 1),
        biases: readFloats(biases, `${at}: biases`, most.neurons + 1),
        dropped: readArray(dropped, `${at}: dropped`, most.neurons + 1, (one) => one === true),
      };
    }),
  };
  check(made);
  return made;
}

export function networkToText({ title, layers }: NetworkDisplay): string {
  const write = ({ name, labels, values, dropped }: Layer, i: number) =>
    `${name ?? `layer ${i}`}: ${Array.from(values, (value, j) => {
      const label = labels?.[j] === undefined ? "" : `${labels[j]} `;
      return dropped[j] ? `${label}dropped` : label + formatNumber(value);
    }).join("  ")}`;
  return [...(title === undefined ? [] : [title]), ...layers.map(write)].join("\n");
}
