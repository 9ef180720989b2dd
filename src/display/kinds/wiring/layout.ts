/**
 * Where everything in the drawing goes, in units of one CSS pixel at its natural size. Words stand side by side, a
 * column each, and the computation runs downwards: vector; value, key (and query); score; softmax; weight; weighted
 * value; sum. A column is narrow enough for three words to fit a phone.
 */
export const box = { width: 42, line: 17, pad: 3 };
const gap = { inColumn: 6, columns: 10, margin: 6 };
const node = 8;

export interface Box {
  /** Left, top and size; `center` is the middle of its width. */
  x: number;
  y: number;
  width: number;
  height: number;
  center: number;
}

export interface Column {
  vector: Box;
  value: Box;
  key: Box;
  score: Box;
  weight: Box;
  product: Box;
  /** Middles of the small circles: where key meets query, and where weight meets value. */
  dot: [number, number];
  times: [number, number];
}

export interface Layout {
  width: number;
  height: number;
  columns: Column[];
  query: Box;
  /** The height at which the query runs along all the keys. */
  bus: number;
  softmax: Box;
  plus: [number, number];
  output: Box;
  word: number;
}

export interface Sizes {
  words: number;
  asks: number;
  /** How many numbers a vector, a key (and a query) and a value have. */
  vector: number;
  key: number;
  value: number;
}

export function layout(sizes: Sizes): Layout {
  const pair = box.width * 2 + gap.inColumn;
  const lefts: number[] = [];
  let x = gap.margin;
  for (let i = 0; i < sizes.words; i++) {
    lefts.push(x);
    x += pair + gap.columns + (i === sizes.asks ? box.width + gap.inColumn : 0);
  }
  const width = x - gap.columns + gap.margin;

  const word = 15;
  const vectorTop = 26;
  const made = vectorTop + tall(sizes.vector) + 46;
  const bus = made + Math.max(tall(sizes.key), tall(sizes.value)) + 18;
  const dot = bus + 20;
  const scoreTop = dot + node + 12;
  const softmaxTop = scoreTop + tall(1) + 20;
  const weightTop = softmaxTop + 24 + 24;
  const times = weightTop + tall(1) + 26;
  const productTop = times + node + 12;
  const plus = productTop + tall(sizes.value) + 46;
  const outputTop = plus + node + 12;

  const columns = lefts.map((left, i): Column => {
    const right = left + box.width + gap.inColumn;
    const key = place(right, made, sizes.key);
    const middle = i === sizes.asks ? key.center : left + pair / 2;
    const cross = left + pair / 2;
    return {
      vector: place(middle - box.width / 2, vectorTop, sizes.vector),
      value: place(left, made, sizes.value),
      key,
      score: place(right, scoreTop, 1),
      weight: place(right, weightTop, 1),
      product: place(cross - box.width / 2, productTop, sizes.value),
      dot: [key.center, dot],
      times: [cross, times],
    };
  });
  const asker = lefts[sizes.asks] ?? gap.margin;
  const first = columns[0]?.score.x ?? gap.margin;
  const last = columns.at(-1)?.score ?? { x: 0, width: 0 };
  return {
    width,
    height: outputTop + tall(sizes.value) + gap.margin,
    columns,
    query: place(asker + pair + gap.inColumn, made, sizes.key),
    bus,
    softmax: area(first, softmaxTop, last.x + last.width - first, 24),
    plus: [width / 2, plus],
    output: place(width / 2 - box.width / 2, outputTop, sizes.value),
    word,
  };
}

const tall = (numbers: number) => numbers * box.line + box.pad * 2;

const place = (x: number, y: number, numbers: number) => area(x, y, box.width, tall(numbers));

const area = (x: number, y: number, width: number, height: number): Box => ({
  x,
  y,
  width,
  height,
  center: x + width / 2,
});
