import { parseArgs } from "node:util";
import { type Io, Refusal } from "./io.ts";

/** One of the things that `humpty` does. */
export interface Command {
  /** In one line. */
  about: string;
  help: string;
  /** What stands on the command line without `--`, in order; all of it is needed. */
  names: readonly string[];
  /** Options and whether they take a value. */
  options: Readonly<Record<string, "value" | "flag">>;
  /** @returns the exit code */
  run(given: Given, io: Io): Promise<number>;
}

/** What stands on a command line, read. */
export class Given {
  readonly names: readonly string[];
  readonly #values: Readonly<Record<string, unknown>>;

  /** @throws when an option is unknown or lacks its value, or something is missing or too much */
  constructor(name: string, { names, options }: Command, parts: readonly string[]) {
    const { values, positionals } = parse(name, options, parts);
    this.#values = values;
    this.names = positionals;
    const [missing, extra] = [names[positionals.length], positionals[names.length]];
    const usage = `humpty ${name} ${names.join(" ")}`;
    if (!values["help"] && missing) throw new Refusal(`${missing} is missing: ${usage}`, 2);
    if (extra !== undefined) throw new Refusal(`"${extra}" is too much: ${usage}`, 2);
  }

  flag(name: string): boolean {
    return this.#values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === "string" ? value : undefined;
  }

  /** @throws when it is none, or not one that `fits` */
  number(name: string, expected: string, fits: (value: number) => boolean): number | undefined {
    const text = this.text(name);
    const value = Number(text);
    if (text === undefined) return undefined;
    if (text.trim() !== "" && Number.isFinite(value) && fits(value)) return value;
    throw new Refusal(`--${name} must be ${expected}, got "${text}"`, 2);
  }

  /** @throws when it is no whole number, or less than `least` */
  whole(name: string, least = Number.NEGATIVE_INFINITY): number | undefined {
    const from = Number.isFinite(least) ? ` of at least ${least}` : "";
    const fits = (value: number) => Number.isSafeInteger(value) && value >= least;
    return this.number(name, `a whole number${from}`, fits);
  }

  /** @throws when one option was given together with any of others that it leaves nothing to say */
  exclude(name: string, others: readonly string[]): void {
    const other = others.find((one) => this.#values[one] !== undefined);
    if (this.#values[name] !== undefined && other)
      throw new Refusal(`--${name} and --${other} exclude each other`, 2);
  }
}

function parse(name: string, options: Command["options"], parts: readonly string[]) {
  const kinds = Object.entries({ help: "flag", ...options }).map(
    ([option, kind]) => [option, { type: kind === "flag" ? "boolean" : "string" }] as const,
  );
  try {
    return parseArgs({
      args: [...parts],
      options: Object.fromEntries(kinds),
      allowPositionals: true,
    });
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    const option = /'(-[^' ]*)/.exec(message)?.[1] ?? "an option";
    const see = `see humpty ${name} --help`;
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION")
      throw new Refusal(`there is no option ${option}: ${see}`, 2);
    if (message.includes("ambiguous"))
      throw new Refusal(
        `${option} needs a value; one that begins with - is written ${option}=-…`,
        2,
      );
    if (message.includes("does not take")) throw new Refusal(`${option} takes no value: ${see}`, 2);
    throw new Refusal(`${option} needs a value: ${see}`, 2);
  }
}
