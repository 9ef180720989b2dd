import { GPT, Random } from "@humpty/model";

/** The spread of a weight that leads back to the way around, in the package's GPT. */
function spread(layers: number): number {
  const sizes = { vocabulary: 2, context: 1, heads: 1, channels: 64 };
  const model = new GPT({ ...sizes, layers, random: new Random(1) });
  const all = [...model.namedParameters()].flatMap(([name, { data }]) =>
    name.endsWith("projection.weight") ? [...data] : [],
  );
  return Math.sqrt(all.reduce((sum, one) => sum + one * one, 0) / all.length);
}
const near = (a: number, b: number) => Math.abs(a - b) < 1e-6 * Math.abs(b);

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.begin !== "function")
    return {
      en: "There is no function named begin any more: the check calls it, so it must be exported.",
      zh: "找不到名为 begin 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const [usual, blocks] = [0.02, 8];
  const got: unknown = answer.begin(usual, blocks);
  const should = usual / Math.sqrt(2 * blocks);
  const en = ` begin(0.02, 8) should be ${should} and is ${got}.`;
  const zh = `begin(0.02, 8) 应为 ${should}，实为 ${got}。`;
  if (typeof got !== "number" || !Number.isFinite(got))
    return {
      en: `begin should give a number.${en}`,
      zh: `begin 应当返回一个数。${zh}`,
    };
  // The package draws its weights by the same rule.
  if (near(got, should) && Math.abs(spread(blocks) / got - 1) < 0.05) return undefined;
  if (near(got, usual))
    return {
      en: `As large as ever: with many boxes the sums grow and grow.${en}`,
      zh: `还是原来那么大：框一多，和就越来越大。${zh}`,
    };
  if (near(got, usual / (2 * blocks)))
    return {
      en: `That is smaller than needed: what boxes add is random at the start, and random sums grow like the root of how many there are.${en}`,
      zh: `太小了：开始时各个框加上的是随机数，随机数之和只按个数的平方根增长。${zh}`,
    };
  if (near(got, usual / Math.sqrt(blocks)))
    return {
      en: `You counted blocks. Each has two boxes, so twice as many sums are made.${en}`,
      zh: `你数的是块。每块有两个框，所以相加的次数是两倍。${zh}`,
    };
  if (near(got, usual / blocks))
    return {
      en: `Two things are missing: each block has two boxes, and random sums grow like a root.${en}`,
      zh: `少了两样：每块有两个框；随机数之和按平方根增长。${zh}`,
    };
  if (near(got, usual * Math.sqrt(2 * blocks)))
    return {
      en: `The right factor, the wrong way: divide by it.${en}`,
      zh: `因子对了，方向反了：应当除以它。${zh}`,
    };
  return { en: `Not yet.${en}`, zh: `还不对。${zh}` };
}
