import fc from "fast-check";
import { encode as realEncode } from "gpt-tokenizer/encoding/r50k_base";
import { describe, expect, it } from "vitest";
import { anyString } from "../fixtures/strings.ts";
import texts from "../fixtures/texts.json" with { type: "json" };
import { gpt2Tokenizer } from "./gpt2.ts";

const asText = { disallowedSpecial: new Set<string>() };
const gpt2 = await gpt2Tokenizer();

describe("GPT-2's tokenizer", () => {
  it("is GPT-2's: its size, its tokens, its end of text", () => {
    expect(gpt2.size).toBe(50257);
    expect(gpt2.encode("Hello world")).toEqual([15496, 995]);
    expect(gpt2.encode("Humpty Dumpty").map((id) => gpt2.token(id))).toEqual([
      "Hum",
      "pty",
      " Dum",
      "pty",
    ]);
    expect(gpt2.specialToken("<|endoftext|>")).toBe(50256);
    expect(gpt2.encode("<|endoftext|>", { special: "allow" })).toEqual([50256]);
    expect(gpt2.encode("<|endoftext|>")).toEqual(realEncode("<|endoftext|>", asText));
    expect(() => realEncode("a <|endoftext|>")).toThrow("<|endoftext|>");
    expect(() => gpt2.encode("a <|endoftext|>", { special: "refuse" })).toThrow("<|endoftext|>");
  });

  it.each(Object.keys(texts.heldOut) as (keyof typeof texts.heldOut)[])(
    "gives the real one's tokens of %s",
    (script) => {
      for (const line of [...texts.heldOut[script], texts.training[script].join("\n")])
        expect(gpt2.encode(line), line).toEqual(realEncode(line, asText));
    },
  );

  it("gives the real one's tokens of any text, but where JavaScript's \\s is not Python's, and half characters", () => {
    fc.assert(
      fc.property(anyString, (text) => {
        fc.pre(!/[\ufeff\u0085\p{Surrogate}]/u.test(text));
        expect(gpt2.encode(text)).toEqual(realEncode(text, asText));
      }),
      { numRuns: 2000 },
    );
  });

  it("gives back any string, half characters too", () => {
    fc.assert(
      fc.property(anyString, (text) => {
        expect(gpt2.decode(gpt2.encode(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it("decodes each of its tokens to the text that the real one's vocabulary has for it", async () => {
    const { default: ranks } = await import("gpt-tokenizer/bpeRanks/r50k_base");
    for (const [id, token] of ranks.entries())
      if (typeof token === "string") expect(gpt2.decode([id])).toBe(token);
      else expect(gpt2.bytes(id)).toEqual(token);
  });

  it("is loaded once", () => {
    expect(gpt2Tokenizer()).toBe(gpt2Tokenizer());
  });
});
