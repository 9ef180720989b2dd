import { Random, randn, Tensor } from "@humpty/model";

type Layer = (x: Tensor) => Tensor;
// Boxes and norms that can be told apart by what they do.
const listen: Layer = (x) => x.mul(2).add(1);
const think: Layer = (x) => x.mul(x);
const norm1: Layer = (x) => x.mul(0.5);
const norm2: Layer = (x) => x.add(-0.25);
const x = randn([2, 3], new Random(8));
const rules = {
  right: (x: Tensor) => {
    const heard = x.add(listen(norm1(x)));
    return heard.add(think(norm2(heard)));
  },
  chain: (x: Tensor) => think(norm2(listen(norm1(x)))),
  postNorm: (x: Tensor) => {
    const heard = norm1(x.add(listen(x)));
    return norm2(heard.add(think(heard)));
  },
  oneNorm: (x: Tensor) => {
    const heard = x.add(listen(norm1(x)));
    return heard.add(think(norm1(heard)));
  },
  sideBySide: (x: Tensor) => x.add(listen(norm1(x))).add(think(norm2(x))),
  oneWay: (x: Tensor) => x.add(think(norm2(listen(norm1(x))))),
  thinkFirst: (x: Tensor) => {
    const thought = x.add(think(norm1(x)));
    return thought.add(listen(norm2(thought)));
  },
  forgets: (x: Tensor) => think(norm2(x.add(listen(norm1(x))))),
  aroundNorm: (x: Tensor) => {
    const heard = norm1(x).add(listen(norm1(x)));
    return norm2(heard).add(think(norm2(heard)));
  },
  noNorms: (x: Tensor) => {
    const heard = x.add(listen(x));
    return heard.add(think(heard));
  },
};
const findings: Partial<Record<keyof typeof rules, { en: string; zh: string }>> = {
  chain: {
    en: "The two boxes stand in a row, and nothing goes around them. Add what went in to what comes out, for each box.",
    zh: "两个盒子排成一串，没有旁路。每个盒子都要把进去的加到出来的上面。",
  },
  postNorm: {
    en: "The norms stand after the sums, on the way around. Let only what a box hears be normalized.",
    zh: "归一化放在了相加之后，挡在旁路上。只该归一化盒子听到的。",
  },
  oneNorm: {
    en: "The first norm is used twice, and the second not at all. Each has its own scales.",
    zh: "第一个归一化用了两次，第二个没有用上。它们各有自己的缩放。",
  },
  sideBySide: {
    en: "Both boxes read the stream as it came in. The second should hear what the first has added.",
    zh: "两个盒子读的都是刚进来的流。第二个应当听到第一个加进去的东西。",
  },
  oneWay: {
    en: "One way leads around both boxes together. Each needs its own.",
    zh: "一条旁路绕过了两个盒子。每个盒子要有自己的旁路。",
  },
  thinkFirst: {
    en: "It thinks before it has listened. GPT listens first.",
    zh: "它还没听就先想了。GPT 是先听后想。",
  },
  forgets: {
    en: "The first box has its way around, the second has none.",
    zh: "第一个盒子有旁路，第二个没有。",
  },
  aroundNorm: {
    en: "What goes around is normalized as well. The stream itself should pass as it is.",
    zh: "绕过去的也被归一化了。流本身应当原样通过。",
  },
  noNorms: {
    en: "The ways around are right, but nothing is normalized.",
    zh: "旁路对了，但什么都没有归一化。",
  },
};

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.block !== "function")
    return {
      en: "There is no function named block any more: the check calls it, so it must be exported.",
      zh: "找不到名为 block 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const layer = answer.block(listen, think, norm1, norm2) as unknown;
  const got = typeof layer === "function" ? (layer(x) as unknown) : undefined;
  if (!(got instanceof Tensor) || got.size !== x.size)
    return {
      en: "block should give a function that makes a tensor of the same shape from a tensor.",
      zh: "block 应当返回一个函数，它把张量变成同样形状的张量。",
    };
  const is = (rule: Layer) => {
    const wanted = rule(x).toList();
    return got.toList().every((one, i) => Math.abs(one - (wanted[i] ?? 0)) < 1e-4);
  };
  if (is(rules.right)) return undefined;
  for (const [name, finding] of Object.entries(findings))
    if (is(rules[name as keyof typeof rules])) return finding;
  return { en: "Not yet.", zh: "还不对。" };
}
