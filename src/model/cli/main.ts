import { readFileSync } from "node:fs";
import { type Command, Given } from "./command.ts";
import { exporting } from "./export.ts";
import { generating } from "./generate.ts";
import { type Io, messageOf, Refusal } from "./io.ts";
import { training } from "./train.ts";

const commands: Readonly<Record<string, Command>> = {
  train: training,
  generate: generating,
  export: exporting,
};

const help = `humpty COMMAND …

Trains a small GPT on a text of yours, and writes with it.

${Object.entries(commands)
  .map(([name, { names, about }]) => `  ${[name, ...names].join(" ").padEnd(19)}  ${about}`)
  .join("\n")}

  COMMAND --help       what a command takes
  --version            which version this is
`;

/**
 * Does what a command line asks for.
 * @returns the exit code: 0, 1 where something could not be done, 2 where the command line is wrong, 130 where Ctrl+C ended it
 */
export async function main([name, ...parts]: readonly string[], io: Io): Promise<number> {
  try {
    if (name === "--help" || name === "-h" || name === "help") io.out(help);
    else if (name === "--version") io.out(`${version()}\n`);
    else return await run(name, parts, io);
    return 0;
  } catch (error) {
    io.error(`humpty: ${messageOf(error)}\n`);
    return error instanceof Refusal ? error.code : 1;
  }
}

async function run(name: string | undefined, parts: readonly string[], io: Io): Promise<number> {
  if (name === undefined) {
    io.error(help);
    return 2;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command)
    throw new Refusal(
      `there is no command "${name}": there are ${Object.keys(commands).join(", ")}`,
      2,
    );
  const given = new Given(name, command, parts);
  if (!given.flag("help")) return await command.run(given, io);
  io.out(command.help);
  return 0;
}

function version(): string {
  // Compiled, this stands one folder deeper.
  const path = import.meta.url.endsWith(".ts") ? "../package.json" : "../../package.json";
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")).version;
}
