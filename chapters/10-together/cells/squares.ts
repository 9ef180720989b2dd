import { type GPT, oneHot } from "@humpty/model";

type Texts = readonly (readonly number[])[];

/** A GPT that learns by squares: of what is missing from its chances, or too much. */
export const bySquares = (gpt: GPT) => ({
  parameters: () => gpt.parameters(),
  loss(tokens: Texts, next: Texts) {
    const { vocabulary } = gpt.config;
    const chances = gpt.forward(tokens).reshape([-1, vocabulary]).softmax();
    const missing = chances.sub(oneHot(next.flat(), vocabulary));
    return missing.mul(missing).sum(-1).mean();
  },
});
export default "bySquares(gpt) trains it as before chapter 04.";
