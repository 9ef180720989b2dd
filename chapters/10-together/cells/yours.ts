import { linear } from "../../00-start/exercises/own-linear/solution.ts";
import { embedding } from "../../01-embeddings/exercises/own-embedding/solution.ts";
import { softmax } from "../../04-softmax/exercises/own-softmax/solution.ts";
import { residual } from "../../05-residual/exercises/residual/solution.ts";
import { layerNorm } from "../../06-norm/exercises/own-norm/solution.ts";
import { dropout } from "../../07-dropout/exercises/own-dropout/solution.ts";
import { multiHead } from "../../08-heads/exercises/own-heads/solution.ts";
import { addPositions } from "../../09-positions/exercises/own-positions/solution.ts";
import type { Pieces } from "./books.ts";

/** Your answers to the exercises, where there are any; the book's solutions elsewhere. */
export const yours: Pieces = {
  ...{ linear, embedding, softmax, residual },
  ...{ layerNorm, dropout, multiHead, addPositions },
};
/** Where each was written. */
export const homes: Record<keyof Pieces, string> = {
  linear: "chapter 00, own-linear",
  embedding: "chapter 01, own-embedding",
  softmax: "chapter 04, own-softmax",
  residual: "chapter 05, residual",
  layerNorm: "chapter 06, own-norm",
  dropout: "chapter 07, own-dropout",
  multiHead: "chapter 08, own-heads",
  addPositions: "chapter 09, own-positions",
};
export default "Eight pieces lie on the table.";
