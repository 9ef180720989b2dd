import { log } from "../../math.ts";
import { byteName } from "../bytes.ts";
import { checkSize, checkText, inOrder } from "../check.ts";
import { digamma } from "./digamma.ts";
import { addExpected } from "./lattice.ts";
import { type Corpus, Model } from "./model.ts";
import { prune } from "./prune.ts";
import { findSeeds, type Seed } from "./seed.ts";
import { Trie } from "./trie.ts";
import type { Piece } from "./vocabulary.ts";
import { countWords } from "./words.ts";

/** How a unigram vocabulary is learned. */
export interface UnigramTraining {
  /** How many tokens the vocabulary is to have, with the bytes or the unknown piece; fewer when the text has no more pieces. */
  size: number;
  /** What becomes of a character that is no piece: its bytes (256 tokens), or one token <unk>, which loses it. */
  fallback?: "bytes" | "unknown";
  /** Whether a text is read as if a space stood before it. */
  prefix?: boolean;
  /** The share of the text's characters that must be pieces themselves: 1 for all, less where a script has many that are rare. */
  coverage?: number;
  /** How many characters a piece has at most. */
  longest?: number;
  /** How many longer pieces to begin with at most. */
  seeds?: number;
  /** Is told of each round: how many pieces there are, and the mean logarithm of a word's probability. */
  onRound?: (round: { pieces: number; likelihood: number }) => void;
}

// SentencePiece's numbers: what share of the pieces a round keeps, how often it fits their probabilities first, how rare a piece may get, and how
// many more than wanted are left to the last choice, by probability.
const share = 0.75;
const fits = 2;
const rarest = 0.5;
const spare = 1.1;

/**
 * Learns pieces and their probabilities (Kudo 2018, section 3.2): begins with many, and in turn fits the probabilities and drops those that are missed
 * least, until `size` are left. The steps are those of SentencePiece's trainer.
 * @throws when the text is empty, or `size` has no room for the text's characters
 */
export function learnPieces(text: string | readonly string[], options: UnigramTraining): Piece[] {
  const { size, fallback = "bytes", prefix = true, coverage = 1 } = options;
  const texts = (typeof text === "string" ? [text] : text).filter((one) => one !== "");
  checkText("UnigramTokenizer.train", texts.join(""));
  const spaced = prefix ? texts.map((one) => ` ${one}`) : texts;
  const required = frequentCharacters(spaced, coverage);
  const extra = fallback === "bytes" ? bytes : [unknown];
  checkSize(
    "UnigramTokenizer.train",
    size,
    extra.length + required.length,
    `${extra.length} tokens for what is no piece, ${required.length} for single characters (fewer with less coverage)`,
  );

  const [corpus, model] = begin(spaced, new Set(required), options);
  for (;;) {
    for (let i = 0; i < fits; i++) {
      const likelihood = fit(corpus, model);
      options.onRound?.({ pieces: model.alive.length, likelihood });
    }
    if (model.alive.length <= size * spare) break;
    const kept = Math.max(Math.floor(size * spare), Math.floor(share * model.alive.length));
    model.keep(prune(corpus, model, kept));
  }
  return [...extra, ...choose(corpus, model, required, size - extra.length)];
}

const bytes: readonly Piece[] = Array.from({ length: 256 }, (_, byte) => ({
  text: byteName(byte),
  score: 0,
  kind: "byte",
}));

const unknown: Piece = { text: "<unk>", score: 0, kind: "unknown" };

/** The most frequent characters that together are the given share of the text. ▁ is none, for it stands for spaces, nor is half a character. */
function frequentCharacters(texts: readonly string[], coverage: number): string[] {
  if (!(coverage > 0 && coverage <= 1))
    throw new Error(
      `UnigramTokenizer.train: coverage must be above 0 and at most 1, got ${coverage}`,
    );
  const counts = new Map<string, number>();
  let all = 0;
  for (const text of texts)
    for (const character of text) {
      if (character === "▁" || /\p{Surrogate}/u.test(character)) continue;
      counts.set(character, (counts.get(character) ?? 0) + 1);
      all++;
    }
  const sorted = [...counts].sort(([a, many], [b, more]) => more - many || inOrder(a, b));
  let covered = 0;
  const needed = sorted.filter(([, count]) => {
    const short = covered < coverage * all;
    covered += count;
    return short;
  });
  return needed.map(([character]) => character);
}

/** All that fits the text before any training: lattices of the seeds, and a model in which a piece is as likely as it covers the text. */
function begin(
  texts: readonly string[],
  required: ReadonlySet<string>,
  { longest = 16, seeds: most = 1_000_000 }: UnigramTraining,
): [Corpus, Model] {
  const words = countWords(texts, (character) => required.has(character));
  const seeds = findSeeds(words, longest, most).filter(
    ({ text, length }) => length > 1 || required.has(text),
  );
  const trie = new Trie();
  for (const [id, { text }] of seeds.entries()) trie.add(text, id);
  const latticeOf = (characters: readonly string[]) => trie.lattice(characters, seeds.length);
  const corpus = {
    words: words.map(({ characters, count }) => ({ lattice: latticeOf(characters), count })),
    seeds: seeds.map(({ text, length }) => ({ text, length, lattice: latticeOf([...text]) })),
  };
  const covers = ({ count, length }: Seed) => count * length;
  const total = seeds.reduce((sum, seed) => sum + covers(seed), 0);
  const model = new Model(corpus);
  model.set(seeds.map((seed, id) => [id, log(covers(seed) / total)]));
  return [corpus, model];
}

/**
 * One step of EM: how often each piece is expected in the text, then probabilities by these counts. Rare pieces go; and the digamma function in the
 * logarithm's place takes about half a count from each, as if the pieces had been drawn from a sparse prior (Liang and Klein 2007).
 * @returns the mean logarithm of a word's probability before the step
 */
function fit(corpus: Corpus, model: Model): number {
  const counts = new Float64Array(model.scores.length);
  let [likelihood, words] = [0, 0];
  for (const { lattice, count } of corpus.words) {
    likelihood += count * addExpected(lattice, model.scores, count, counts);
    words += count;
  }
  const frequent = model.alive.filter((id) => (counts[id] ?? 0) >= rarest);
  if (frequent.length === 0) return likelihood / words; // So short a text tells nothing more.
  const total = digamma(frequent.reduce((sum, id) => sum + (counts[id] ?? 0), 0));
  model.set(frequent.map((id) => [id, digamma(counts[id] ?? 0) - total]));
  return likelihood / words;
}

/** The required characters, then the likeliest of the other pieces, `size` in all, by their probability. */
function choose(corpus: Corpus, model: Model, required: readonly string[], size: number): Piece[] {
  const score = new Map(
    model.alive.map((id) => [corpus.seeds[id]?.text ?? "", model.scores[id] ?? 0]),
  );
  // Characters that training dropped are less likely than all it kept, and the rarer the less.
  const least = Math.min(...score.values());
  const dropped = required.filter((character) => !score.has(character));
  const singles = new Map(
    required.map((one) => [one, score.get(one) ?? least - 0.0001 * (1 + dropped.indexOf(one))]),
  );
  const others = [...score].filter(([text]) => !singles.has(text)).sort(byScore);
  return [...singles, ...others.slice(0, size - singles.size)]
    .sort(byScore)
    .map(([text, score]) => ({ text: text.replaceAll(" ", "▁"), score, kind: "normal" }));
}

const byScore = ([a, one]: [string, number], [b, other]: [string, number]) =>
  other - one || inOrder(a, b);
