import { setImmediate } from "node:timers/promises";
import { beamSearch, generate, Random } from "../index.ts";
import type { Command, Given } from "./command.ts";
import { openModel, type Writer } from "./files.ts";

const help = `humpty generate MODEL [options]

Writes a text with a model: a file of humpty train, or a folder in the layout of
Hugging Face's GPT-2, of humpty export or of openai-community/gpt2.

  --prompt TEXT        what it goes on from
  --count 100          how many tokens, at most
  --temperature 0.8    below 1 the likely gets likelier, above 1 chances even out
  --top-k N            only the N likeliest tokens
  --top-p P            only the likeliest tokens that are P of all chances
  --seed 1             where chance begins: the same seed gives the same text
  --greedy             always the likeliest token
  --beam WIDTH         the likeliest text that beam search finds, all at once
`;

const sampling = ["temperature", "top-k", "top-p", "seed"];

/** `humpty generate`. */
export const generating: Command = {
  about: "write a text with it",
  help,
  names: ["MODEL"],
  options: {
    ...{ prompt: "value", count: "value", temperature: "value", "top-k": "value" },
    ...{ "top-p": "value", seed: "value", greedy: "flag", beam: "value" },
  },
  async run(given, io) {
    const tokensOf = wayOf(given);
    const prompt = given.text("prompt") ?? "";
    const writer = await openModel(given.names[0] ?? "");
    // A character may be cut between two tokens: it is written when it is whole.
    const characters = new TextDecoder("utf-8", { ignoreBOM: true });
    let last = prompt;
    const write = (text: string): void => {
      if (text === "") return;
      io.out(text);
      last = text;
    };
    write(prompt);
    for (const token of tokensOf(writer, writer.tokenizer.encode(prompt || "\n"))) {
      const bytes = Uint8Array.from(writer.tokenizer.bytes(token));
      write(characters.decode(bytes, { stream: true }));
      await setImmediate();
    }
    write(characters.decode());
    if (io.terminal && !last.endsWith("\n")) io.out("\n");
    return 0;
  },
};

/** How the options say that tokens are chosen. */
function wayOf(given: Given): (writer: Writer, tokens: readonly number[]) => Iterable<number> {
  given.exclude("greedy", [...sampling, "beam"]);
  given.exclude("beam", sampling);
  const count = given.whole("count", 1) ?? 100;
  const width = given.whole("beam", 1);
  const temperature = given.number("temperature", "a number above 0", (one) => one > 0) ?? 0.8;
  const topK = given.whole("top-k", 1);
  const topP = given.number("top-p", "above 0 and at most 1", (one) => one > 0 && one <= 1);
  const random = given.flag("greedy") ? undefined : new Random(given.whole("seed") ?? 1);
  const end = "<|endoftext|>";
  return ({ model, tokenizer }, tokens) => {
    const stop = tokenizer.special.includes(end) ? [tokenizer.specialToken(end)] : [];
    if (width !== undefined)
      return beamSearch(model, tokens, { count, width, stop })[0]?.tokens ?? [];
    return generate(model, tokens, { count, random, stop, temperature, topK, topP });
  };
}
