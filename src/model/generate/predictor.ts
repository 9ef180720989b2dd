import { noGrad } from "../autograd.ts";
import type { Cache, GPT } from "../gpt.ts";
import { kernels } from "../kernels/index.ts";
import { housed } from "../kernels/memory.ts";
import { scope } from "../scope.ts";

/** Scores for each token of a vocabulary to come next after a text: what a language model is to those who generate with it. */
export type Predictor = (tokens: readonly number[]) => Float32Array;

/**
 * A GPT as a predictor. It keeps the keys and values of the last text, so that a text which goes on from a beginning of it costs only its new tokens.
 * Of a text longer than the context only the last tokens count, and each of them costs anew.
 */
export function predictor(model: GPT): Predictor {
  const { context } = model.config;
  let cache: Cache | undefined;
  let known: number[] = [];
  return (tokens) => {
    if (tokens.length === 0) throw new Error("predictor: needs at least one token to go on from");
    const text = tokens.slice(-context);
    cache ??= begin(model);
    // The last token is computed in any case: its scores are asked for.
    let same = 0;
    while (same < text.length - 1 && same < known.length && text[same] === known[same]) same++;
    cache.cut(same);
    const training = model.training;
    if (training) model.eval();
    try {
      const scores = scope(() =>
        noGrad(() =>
          model.forward([text.slice(same)], { cache }).data.slice(-model.config.vocabulary),
        ),
      );
      known = [...text];
      return scores;
    } finally {
      if (training) model.train();
    }
  };
}

/** Weights move to where the kernels read them; else each product would bring them there first. */
function begin(model: GPT): Cache {
  kernels();
  for (const parameter of model.parameters()) parameter.storage = housed(parameter.storage);
  return model.cache();
}
