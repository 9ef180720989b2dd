import { Random, randn, type Tensor } from "@humpty/model";
import { books, type Pieces } from "./books.ts";

const random = new Random(10);
const x = randn([2, 3, 4], random); // two texts of three words, four numbers each
const words = x.reshape([6, 4]);
const rows = randn([5, 4], random);
const [some, more, five] = [randn([4], random), randn([4], random), randn([5], random)];

/** What each piece makes of the same numbers. */
const tries: { [Name in keyof Pieces]: (piece: Pieces[Name]) => Tensor } = {
  linear: (piece) => piece(words, rows, five),
  embedding: (piece) => piece(rows, [4, 0, 4]),
  softmax: (piece) => piece(rows),
  residual: (piece) => piece((x) => x.mul(0.5))(x),
  layerNorm: (piece) => piece(x, some, more, 0.00001),
  dropout: (piece) => piece(x, 0.5, new Random(1), false),
  multiHead: (piece) => piece(x, x, x, 2),
  addPositions: (piece) => piece(x, rows),
};

/** How far a piece's numbers lie from those of the package's, at most. */
export function farthest<Name extends keyof Pieces>(name: Name, piece: Pieces[Name]) {
  const [is, should] = [tries[name](piece), tries[name](books[name])];
  if (String(is.shape) !== String(should.shape))
    throw new Error(`gives the shape [${is.shape}] instead of [${should.shape}]`);
  const wanted = should.toList();
  return Math.max(...is.toList().map((one, i) => Math.abs(one - (wanted[i] ?? 0))));
}
export default "farthest(name, piece) compares a piece with the package's.";
