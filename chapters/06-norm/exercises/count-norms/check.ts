import { GPT, Random } from "@humpty/model";

const config = {
  vocabulary: 5,
  context: 4,
  heads: 1,
  layers: 3,
  channels: 6,
};
/** Counted in a real model: 3 blocks, vectors of 6 numbers. */
const named = [...new GPT({ ...config, random: new Random(1) }).namedParameters()];
const counted = named
  .filter(([name]) => name.includes("norm"))
  .reduce((sum, [, { size }]) => sum + size, 0);

export default function check(answer: typeof import("./starter.ts")) {
  const { countNorms } = answer;
  if (typeof countNorms !== "function")
    return {
      en: "There is no function named countNorms any more: the check calls it, so it must be exported.",
      zh: "找不到名为 countNorms 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got = countNorms(3, 6);
  if (got === counted) return undefined;
  const say = (en: string, zh: string) => ({
    en: `${en} A GPT of 3 blocks with vectors of 6 numbers has ${counted} in its norms; you count ${got}.`,
    zh: `${zh}3 个块、向量长度为 6 的 GPT，归一化里有 ${counted} 个数；你数出了 ${got} 个。`,
  });
  if (got === counted / 2)
    return say(
      "Half of them are missing: each norm has a scale and a shift.",
      "少了一半：每个归一化既有缩放又有偏置。",
    );
  if (got === counted - 12)
    return say(
      "Nearly: one more norm stands before the last layer.",
      "差一点：最后一层之前还有一个归一化。",
    );
  if (got === counted - 10)
    return say(
      "Nearly. The last norm has as many numbers as the others: two for each place of the vector.",
      "差一点。最后一个归一化的数和别的一样多：向量的每个位置两个。",
    );
  if (got === 8 * 6)
    return say(
      "Each block has two boxes, one that listens and one that thinks, and a norm before each.",
      "每个块有两个盒子，一个听、一个想，每个前面都有一个归一化。",
    );
  if (got === 7 * 36)
    return say(
      "A norm is no matrix: it has a scale and a shift for each place, and no connections between places.",
      "归一化不是矩阵：每个位置有一个缩放、一个偏置，位置之间没有连接。",
    );
  return say(
    "Count the norms first, then what each of them has.",
    "先数有几个归一化，再数每个有多少数。",
  );
}
