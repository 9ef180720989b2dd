import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BytePairTokenizer } from "./bpe/bpe.ts";
import { CharacterTokenizer } from "./characters.ts";
import { anyString } from "./fixtures/strings.ts";
import texts from "./fixtures/texts.json" with { type: "json" };
import { loadTokenizer, type Tokenizer } from "./tokenizer.ts";
import { UnigramTokenizer } from "./unigram/unigram.ts";
import { WordTokenizer } from "./words.ts";

const rhyme =
  "Humpty Dumpty sat on a wall,\nHumpty Dumpty had a great fall.\nAll the king's horses and all the king's men\nCouldn't put Humpty together again.\n";

const tokenizers: Record<string, Tokenizer> = {
  characters: new CharacterTokenizer(`${rhyme}\ud800`),
  words: new WordTokenizer(rhyme),
  "words, some unknown": new WordTokenizer(rhyme, { limit: 8, unknown: "?" }),
  bpe: BytePairTokenizer.train(rhyme, { size: 300, special: ["<|endoftext|>"] }),
  unigram: UnigramTokenizer.train(rhyme, { size: 320 }),
  "unigram, some unknown": UnigramTokenizer.train(rhyme, {
    size: 60,
    fallback: "unknown",
    prefix: false,
  }),
};

describe.each(Object.entries(tokenizers))("%s", (name, tokenizer) => {
  const loaded = loadTokenizer(tokenizer.save());

  it("comes back from its JSON as it was", () => {
    expect(loaded.constructor).toBe(tokenizer.constructor);
    expect(loaded.save()).toBe(tokenizer.save());
    expect(loaded.size).toBe(tokenizer.size);
    for (let id = 0; id < loaded.size; id++) expect(loaded.token(id)).toBe(tokenizer.token(id));
    expect(loaded.encode(rhyme)).toEqual(tokenizer.encode(rhyme));
    const total = fc.property(anyString, (text) => {
      expect(loaded.encode(text)).toEqual(tokenizer.encode(text));
    });
    if (name === "bpe" || name.startsWith("unigram")) fc.assert(total);
  });

  it("gives tokens from 0 to its size, and the rhyme back", () => {
    const tokens = tokenizer.encode(rhyme);
    for (const token of tokens) expect(token >= 0 && token < tokenizer.size).toBe(true);
    if (!name.includes("unknown")) expect(tokenizer.decode(tokens)).toBe(rhyme);
    expect(tokenizer.decode([])).toBe("");
  });

  it("refuses its JSON when that is damaged, and says why", () => {
    const saved = JSON.parse(tokenizer.save());
    expect(() => loadTokenizer(tokenizer.save().slice(0, -5))).toThrow(
      "loadTokenizer: this is not JSON",
    );
    for (const field of Object.keys(saved)) {
      for (const wrong of [7, [7.5], [[]], {}, null, "wordz"]) {
        if (field === "unknown" && wrong === "wordz") continue; // As good an unknown word as any.
        const damaged = JSON.stringify({ ...saved, [field]: wrong });
        expect(() => loadTokenizer(damaged), `${field}: ${JSON.stringify(wrong)}`).toThrow(
          /loadTokenizer: |Tokenizer: /,
        );
      }
    }
  });
});

it("what is no tokenizer is not loaded as one", () => {
  expect(() => loadTokenizer("[]")).toThrow(
    "expected the JSON that save() gives, an object; got []",
  );
  expect(() => loadTokenizer("{}")).toThrow(
    'loadTokenizer: "tokenizer" must be one of characters, words, bpe, unigram; it is undefined',
  );
  expect(() => loadTokenizer('{"tokenizer":"constructor"}')).toThrow("it is constructor");
});

it("the same text teaches the same tokens in every engine, bit for bit", () => {
  const text = Object.values(texts.training).flat().join("\n");
  const saved =
    new WordTokenizer(text).save() +
    BytePairTokenizer.train(text, { size: 1000 }).save() +
    UnigramTokenizer.train(text, { size: 1500 }).save();
  let hash = 0;
  for (let i = 0; i < saved.length; i++) hash = (Math.imul(hash, 31) + saved.charCodeAt(i)) >>> 0;
  expect(hash).toBe(795272216);
});
