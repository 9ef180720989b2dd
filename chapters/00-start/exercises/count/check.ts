/** What a way of counting gives, added up over each pair of neighbors. */
const pairs = (sizes: number[], of: (before: number, here: number) => number) =>
  sizes.slice(1).reduce((sum, here, i) => sum + of(sizes[i] ?? 0, here), 0);
const right = (sizes: number[]) => pairs(sizes, (before, here) => before * here + here);

export default function check({ countWeights }: typeof import("./starter.ts")) {
  if (typeof countWeights !== "function")
    return {
      en: "There is no function named countWeights any more: the check calls it, so it must be exported.",
      zh: "找不到名为 countWeights 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const tests = [
    [4, 6, 2],
    [3, 2],
    [5, 7, 4, 3],
  ];
  const is = (of: (sizes: number[]) => number) =>
    tests.every((sizes) => countWeights([...sizes]) === of(sizes));
  if (is(right)) return undefined;
  const shown = {
    en: ` For [4, 6, 2] it should be ${right([4, 6, 2])}, and is ${countWeights([4, 6, 2])}.`,
    zh: `[4, 6, 2] 应为 ${right([4, 6, 2])}，现在是 ${countWeights([4, 6, 2])}。`,
  };
  const say = (en: string, zh: string) => ({ en: en + shown.en, zh: zh + shown.zh });
  const sum = (sizes: number[]) => sizes.reduce((sum, one) => sum + one, 0);
  if (is(sum))
    return say(
      "These are the circles, inputs included. Count the lines between them, and a bias for each that is no input.",
      "这是神经元的个数（连输入在内）。要数的是它们之间的线，以及除输入以外每个神经元的偏置。",
    );
  if (is((sizes) => pairs(sizes, (before, here) => before * here)))
    return say(
      "All lines are counted. The biases are missing: one for each neuron that is no input.",
      "线都数到了。还缺偏置：除输入以外每个神经元一个。",
    );
  if (is((sizes) => right(sizes) + (sizes[0] ?? 0)))
    return say(
      "The inputs have no bias: they are what is given, and compute nothing.",
      "输入没有偏置：它们是给定的，什么也不算。",
    );
  if (is((sizes) => sizes.reduce((product, one) => product * one, 1)))
    return say(
      "You multiplied all sizes. Lines only join neighbors: multiply two at a time, and add up.",
      "你把所有大小乘在了一起。线只连相邻的两层：两两相乘，再加起来。",
    );
  if (is((sizes) => pairs(sizes, (before, here) => before * here + 1)))
    return say(
      "There is one bias a layer in your count. Each neuron has its own.",
      "你给每层只算了一个偏置。每个神经元都有自己的偏置。",
    );
  return say(
    "For each pair of neighboring layers: all lines between them, and a bias for each neuron of the second.",
    "对每一对相邻的层：它们之间所有的线，再加上后一层每个神经元一个偏置。",
  );
}
