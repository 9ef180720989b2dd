import { describe, expect, it } from "vitest";
import { BytePairTokenizer, exportBpe, gpt2Tokenizer, importBpe } from "../index.ts";

const trained = BytePairTokenizer.train("Humpty Dumpty sat on a wall, sat on a wall. 蛋蛋", {
  size: 275,
  special: ["<|end|>"],
});
const text = "Humpty sat on 蛋 a wall\n\u0000 9 ­";

describe("vocab.json and merges.txt", () => {
  it("give back the tokenizer that they were written of", () => {
    const again = importBpe(exportBpe(trained));
    expect(again.save()).toBe(trained.save());
    expect(again.encode(text)).toEqual(trained.encode(text));
  });

  it("are GPT-2's own for GPT-2's tokenizer", async () => {
    const gpt2 = await gpt2Tokenizer();
    const files = exportBpe(gpt2);
    const vocabulary = JSON.parse(files["vocab.json"]);
    // As in the files that OpenAI published.
    expect(vocabulary["!"]).toBe(0);
    expect(vocabulary["Ġt"]).toBe(256);
    expect(vocabulary["Ġ"]).toBe(220);
    expect(vocabulary["Ċ"]).toBe(198);
    expect(vocabulary["<|endoftext|>"]).toBe(50256);
    expect(files["merges.txt"].split("\n").slice(0, 5)).toEqual([
      ...["#version: 0.2", "Ġ t", "Ġ a", "h e", "i n"],
    ]);
    const again = importBpe(files);
    expect(again.size).toBe(50257);
    expect(again.encode(text)).toEqual(gpt2.encode(text));
  });

  it("that do not fit each other are refused, with the token or the line", () => {
    const files = exportBpe(trained);
    const changed = (name: keyof typeof files, change: (text: string) => string) => () =>
      importBpe({ ...files, [name]: change(files[name]) });
    expect(changed("vocab.json", () => "[]")).toThrow("importBpe: vocab.json is no JSON object");
    expect(changed("vocab.json", () => "{")).toThrow("importBpe: vocab.json is no JSON object");
    expect(changed("vocab.json", (json) => json.replace(":0,", ":1,"))).toThrow(
      /vocab.json: .* has the number 1; each from 0 to 27\d must be there once/,
    );
    expect(changed("vocab.json", (json) => json.replace('"!"', '"!!"'))).toThrow(
      'is "!!"; the first 256 must be bytes',
    );
    expect(changed("merges.txt", (lines) => lines.replace("\n", "\nno pair\n"))).toThrow(
      'merges.txt, line 2: "no pair" is no pair of tokens of vocab.json',
    );
    const swapped = changed("merges.txt", (lines) => {
      const [first, second = "", third = "", ...more] = lines.split("\n");
      return [first, third, second, ...more].join("\n");
    });
    expect(swapped).toThrow(/merges.txt, line 2: ".*" must be token 256 of vocab.json, and is 257/);
  });

  it("cannot hold two tokens that are spelled alike, and say so", () => {
    // a + bc and ab + c.
    const [a, b, c] = [97, 98, 99];
    const alike = new BytePairTokenizer({
      merges: [
        [b, c],
        [a, b],
        [a, 256],
        [257, c],
      ],
    });
    expect(() => exportBpe(alike)).toThrow(
      'exportBpe: tokens 258 and 259 are both "abc", and vocab.json can name only one',
    );
    const special = new BytePairTokenizer({ merges: [[a, b]], special: ["ab"] });
    expect(() => exportBpe(special)).toThrow('tokens 256 and 257 are both "ab"');
  });
});
