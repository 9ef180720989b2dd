import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../../random.ts";
import { anyString } from "../fixtures/strings.ts";
import texts from "../fixtures/texts.json" with { type: "json" };
import { UnigramTokenizer } from "./unigram.ts";

const lines = Object.values(texts.training).flat();
const trained = UnigramTokenizer.train(lines, { size: 1500, coverage: 0.99 });
const unspaced = UnigramTokenizer.train(lines, { size: 1500, coverage: 0.99, prefix: false });
const lossy = UnigramTokenizer.train("the egg the king", { size: 20, fallback: "unknown" });

const normal = (text: string, score = -1) => ({ text, score, kind: "normal" as const });

describe("a unigram tokenizer", () => {
  it.each([
    ["with a space before the text", trained],
    ["without", unspaced],
  ])("gives back any string, %s, however it is cut", (_, tokenizer) => {
    const random = new Random(3);
    fc.assert(
      fc.property(anyString, (text) => {
        expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
        expect(tokenizer.decode(tokenizer.sample(text, { alpha: 0.2, random }).tokens)).toBe(text);
        for (const { tokens } of tokenizer.nBest(text, 3))
          expect(tokenizer.decode(tokens)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it("tells its n best ways in falling order, the first being its own", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(texts.heldOut).flat()), (line) => {
        const best = trained.nBest(line, 5);
        expect(best[0]).toEqual(trained.segment(line));
        expect(best[0]?.tokens).toEqual(trained.encode(line));
        for (let i = 1; i < best.length; i++)
          expect(best[i]?.score).toBeLessThanOrEqual(best[i - 1]?.score ?? 0);
        for (const { tokens, pieces } of best)
          expect(tokens.map((id) => trained.token(id))).toEqual(pieces);
      }),
    );
  });

  it("samples other ways too, and with a large alpha hardly any but the best", () => {
    const text = "Everyone has the right to an egg on a wall.";
    const draw = (alpha: number) => {
      const random = new Random(1);
      return new Set(
        Array.from({ length: 200 }, () => String(trained.sample(text, { alpha, random }).tokens)),
      );
    };
    expect(draw(0.3).size).toBeGreaterThan(20);
    expect([...draw(100)]).toEqual([String(trained.encode(text))]);
  });

  it("decodes any tokens there are, and no others", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1499)), (tokens) => {
        expect(typeof trained.decode(tokens)).toBe("string");
      }),
    );
    expect(unspaced.decode([0xf0, 0x9f, 0x41])).toBe("\ufffdA");
    for (const id of [-1, 1500, 1.5])
      expect(() => trained.decode([id])).toThrow(
        `UnigramTokenizer.decode: there is no token ${id} (place 0 of the list): tokens are 0 to 1499`,
      );
  });

  it("writes a character that is no piece in bytes, or as one unknown piece", () => {
    const [space] = trained.encode(" "); // The one before the text, and this one.
    expect(trained.segment("▁").pieces.slice(-3)).toEqual(["<0xE2>", "<0x96>", "<0x81>"]);
    expect(trained.decode([space ?? 0, 0x41])).toBe(
      trained.token(space ?? 0).length > 1 ? " A" : "A",
    );
    const tokens = lossy.encode("the 王王 egg");
    expect(tokens.filter((id) => id === 0)).toHaveLength(1);
    expect(lossy.decode(tokens)).toBe("the  ⁇  egg");
  });

  it("says which character it has nothing for, when it has neither", () => {
    const bare = new UnigramTokenizer({ pieces: [normal("▁"), normal("a")] });
    expect(bare.decode(bare.encode("a a"))).toBe("a a");
    expect(() => bare.encode("a ab")).toThrow(
      'UnigramTokenizer.encode: unknown character "b" (U+0062) at line 1, character 4: the vocabulary has neither bytes nor an unknown piece',
    );
  });

  it("refuses what cannot be", () => {
    const making =
      (...pieces: ConstructorParameters<typeof UnigramTokenizer>[0]["pieces"][number][]) =>
      () =>
        new UnigramTokenizer({ pieces });
    expect(making(normal("a"), normal("a"))).toThrow('tokens 0 and 1 are the same: "a"');
    expect(making(normal("a"), normal("b", Number.NaN))).toThrow(
      'the score of piece 1, "b", is NaN',
    );
    expect(making(normal(""))).toThrow('piece 0 is ""');
    expect(making(normal("a b"))).toThrow('piece 0 is "a b": pieces have text, and ▁ for a space');
    expect(making({ text: "<0x41>", score: 0, kind: "byte" })).toThrow(
      "there are 1 bytes; all 256",
    );
    expect(() => trained.nBest("a", 0)).toThrow("n must be a whole number of at least 1, got 0");
    const random = new Random(1);
    expect(() => trained.sample("a", { alpha: -1, random })).toThrow("alpha must be");
    expect(() => UnigramTokenizer.fromVocabulary("<unk>\t0\nthe -3\n")).toThrow(
      'UnigramTokenizer.fromVocabulary: line 2 must be a piece, a tab and a score, got "the -3"',
    );
  });
});
