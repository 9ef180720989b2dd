import { showShape } from "../shape.ts";
import { Tensor } from "../tensor.ts";

/** What a layer or a model is made of: its fields are tensors (parameters), modules, and lists of modules. */
export abstract class Module {
  /** Whether dropout drops: true until `eval` is called. */
  training = true;

  /** Parameters by dotted names, in the order of the fields, such as `blocks.0.norm1.weight`. One that stands in two places has its first name. */
  namedParameters(): Map<string, Tensor> {
    const named = new Map<string, Tensor>();
    const seen = new Set<Tensor>();
    for (const [name, parameter] of this.#walk("")) {
      if (seen.has(parameter)) continue;
      seen.add(parameter);
      named.set(name, parameter);
    }
    return named;
  }

  /** All parameters, each once. */
  parameters(): Tensor[] {
    return [...this.namedParameters().values()];
  }

  /** Dropout on; gives itself back. */
  train(): this {
    for (const module of this.#modules()) module.training = true;
    return this;
  }

  /** Dropout off; gives itself back. */
  eval(): this {
    for (const module of this.#modules()) module.training = false;
    return this;
  }

  /** A copy of all parameters, by name. */
  stateDict(): Map<string, Tensor> {
    return new Map(
      [...this.namedParameters()].map(([name, { data, shape }]) => [
        name,
        new Tensor(data.slice(), shape),
      ]),
    );
  }

  /**
   * Takes over parameters by name.
   * @throws when a name is missing or unknown, or a shape differs; then nothing was changed
   */
  loadStateDict(state: ReadonlyMap<string, Tensor>): void {
    const own = this.namedParameters();
    for (const [name, { shape }] of own) {
      const given = state.get(name);
      if (!given) throw new Error(`loadStateDict: ${name} ${showShape(shape)} is missing`);
      if (showShape(given.shape) !== showShape(shape))
        throw new Error(
          `loadStateDict: ${name} must be ${showShape(shape)}, got ${showShape(given.shape)}`,
        );
    }
    const unknown = [...state.keys()].find((name) => !own.has(name));
    if (unknown !== undefined)
      throw new Error(`loadStateDict: this model has no parameter ${unknown}`);
    for (const [name, { data }] of own) data.set(state.get(name)?.data ?? []);
  }

  *#walk(prefix: string): Generator<[string, Tensor]> {
    for (const [name, value] of fields(this)) {
      if (value instanceof Tensor) yield [prefix + name, value];
      else yield* value.#walk(`${prefix}${name}.`);
    }
  }

  *#modules(): Generator<Module> {
    yield this;
    for (const [, value] of fields(this)) if (value instanceof Module) yield* value.#modules();
  }
}

/** The tensors and modules in the fields of a module; those in lists by their places, such as `blocks.0`. */
function* fields(module: Module): Generator<[string, Tensor | Module]> {
  for (const [name, value] of Object.entries(module)) {
    const many = Array.isArray(value) ? value.map((one, i) => [`${name}.${i}`, one] as const) : [];
    for (const [at, one] of [[name, value] as const, ...many])
      if (one instanceof Tensor || one instanceof Module) yield [at, one];
  }
}
