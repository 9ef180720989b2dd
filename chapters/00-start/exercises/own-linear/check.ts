import * as humpty from "@humpty/model";

type Linear = (x: humpty.Tensor, weight: humpty.Tensor, bias: humpty.Tensor) => unknown;
const random = new humpty.Random(3);
const given = [
  humpty.randn([3, 4], random),
  humpty.randn([2, 4], random),
  humpty.randn([2], random),
];
const names = ["x", "weight", "bias"];

/** What comes out, and the slopes that come back for a sum in which each number counts differently. */
function tried(linear: Linear) {
  const inputs = given.map((one) => one.detach().requireGrad());
  const [x = given[0], weight = given[1], bias = given[2]] = inputs;
  if (!x || !weight || !bias) return undefined;
  const y = linear(x, weight, bias);
  if (!(y instanceof humpty.Tensor)) return undefined;
  const random = new humpty.Random(4);
  const sum = y.mul(humpty.randn(y.shape, random)).sum();
  if (sum.requiresGrad) sum.backward();
  return { y, slopes: inputs.map(({ grad }) => grad?.toList()) };
}
const same = (a: number[] = [], b: number[] = []) =>
  a.length === b.length && a.every((one, i) => Math.abs(one - (b[i] ?? 0)) < 1e-4);
const short = (list: number[]) =>
  `[${list.map((n) => String(Number(n.toFixed(2))).replace("-", "−")).join(", ")}]`;

export default function check({ linear }: typeof import("./starter.ts")) {
  if (typeof linear !== "function")
    return {
      en: "There is no function named linear any more: the check calls it, so it must be exported.",
      zh: "找不到名为 linear 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got = tried(linear);
  const wanted = tried((x, weight, bias) => humpty.linear(x, weight, bias));
  if (!got || !wanted)
    return {
      en: "linear should give back a tensor, and gave something else.",
      zh: "linear 应当返回一个张量，现在返回的是别的东西。",
    };
  return wrong(got.y, wanted.y) ?? unlearnable(got.slopes, wanted.slopes);
}

function wrong(y: humpty.Tensor, wanted: humpty.Tensor) {
  const [x, weight, bias] = given;
  const [is, should] = [y.toList(), wanted.toList()];
  if (same(is, should) && y.shape.join() === "3,2") return undefined;
  if (y.shape.join() === "2,3")
    return {
      en: "For 3 things and 2 neurons there should be 3 rows of 2 numbers, a row for each thing. You have 2 rows of 3: the product is turned over.",
      zh: "3 个东西、2 个神经元，应当得到 3 行、每行 2 个数，每个东西一行。现在是 2 行 3 列：乘的次序反了。",
    };
  if (y.shape.join() !== "3,2" || !x || !weight || !bias)
    return {
      en: `For 3 things and 2 neurons there should be a tensor [3, 2]; yours is [${y.shape.join(", ")}].`,
      zh: `3 个东西、2 个神经元，应当得到形状为 [3, 2] 的张量；你的是 [${y.shape.join(", ")}]。`,
    };
  const product = x.matmul(weight.transpose());
  const shown = { en: "", zh: "" };
  shown.en = ` The first row should be ${short(should.slice(0, 2))}, and is ${short(is.slice(0, 2))}.`;
  shown.zh = `第一行应为 ${short(should.slice(0, 2))}，现在是 ${short(is.slice(0, 2))}。`;
  if (same(is, product.toList()))
    return {
      en: `The sums are right, but the bias was never added.${shown.en}`,
      zh: `加权的和对了，但没有加上偏置。${shown.zh}`,
    };
  if (same(is, product.sub(bias).toList()))
    return {
      en: `The bias is taken away, and should be added.${shown.en}`,
      zh: `偏置被减去了，应该加上。${shown.zh}`,
    };
  if (same(is, wanted.relu().toList()))
    return {
      en: `Negative numbers have become 0: the bend comes after a layer, it is not a part of it.${shown.en}`,
      zh: `负数都变成了 0：弯折（ReLU）在这一层之后，不属于这一层。${shown.zh}`,
    };
  return {
    en: `These are not each row of x times each row of weight, plus the bias at the end.${shown.en}`,
    zh: `这不是 x 的每一行乘以 weight 的每一行、最后再加偏置。${shown.zh}`,
  };
}

function unlearnable(
  slopes: (number[] | undefined)[],
  wanted: (number[] | undefined)[],
) {
  const i = wanted.findIndex((one, i) => !same(slopes[i], one));
  if (i < 0) return undefined;
  const name = names[i];
  if (slopes.every((one) => one === undefined))
    return {
      en: "The numbers are right, but no slope comes back at all: the result was detached, so nothing could learn.",
      zh: "数对了，但没有任何梯度返回：结果被断开了（detach），什么也学不到。",
    };
  return {
    en: `The numbers are right, but the slopes of ${name} are not: ${slopes[i] ? "they differ from the package's" : "none came back"}. ${name} could not be trained.`,
    zh: `数对了，但 ${name} 的梯度不对：${slopes[i] ? "和模型包的不同" : "没有返回"}。${name} 就没法训练。`,
  };
}
