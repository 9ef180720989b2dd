import { type Tensor, tensor } from "@humpty/model";

const start = [
  [-1, 0, 2],
  [0.5, 3, -2],
];
// A block of our own, not the one of the page: 0.3 · x².
const block = (x: Tensor) => x.mul(x).mul(0.3);

/** What comes out, and how it changes with each number that goes in. */
function tried(whole: (x: Tensor) => Tensor) {
  const x = tensor(start).requireGrad();
  const y = whole(x);
  if (y.requiresGrad) y.sum().backward();
  return { values: y.toList(), slopes: x.grad?.toList() ?? [] };
}
const same = (a: number[], b: number[]) =>
  a.length === b.length && a.every((one, i) => Math.abs(one - (b[i] ?? 0)) < 1e-4);
const plain = tried(block);
const wanted = tried((x) => x.add(block(x)));

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.residual !== "function")
    return {
      en: "There is no function named residual any more: the check calls it, so it must be exported.",
      zh: "找不到名为 residual 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const whole: unknown = answer.residual(block);
  if (typeof whole !== "function")
    return {
      en: "residual should give back a function: one that takes x and gives x + block(x).",
      zh: "residual 应当返回一个函数：接收 x，给出 x + block(x)。",
    };
  const { values, slopes } = tried(whole as (x: Tensor) => Tensor);
  const [got, should] = [values[2]?.toFixed(2), wanted.values[2]?.toFixed(2)];
  const en = ` With the block 0.3·x², the number 2 should become ${should}; it becomes ${got}.`;
  const zh = `框为 0.3·x² 时，数 2 应变成 ${should}，现在变成 ${got}。`;
  if (same(values, wanted.values)) {
    if (same(slopes, wanted.slopes)) return undefined;
    if (same(slopes, plain.slopes))
      return {
        en: "The numbers are right, but no slope comes back along the way around: x was detached from what made it. Without that slope the way around is of no use to training.",
        zh: "数值对了，但梯度不能沿绕行的路返回：x 被 detach 切断了。没有这条梯度，绕行的路对训练就没有用。",
      };
    return {
      en: "The numbers are right, but no slope comes back through the block: what it gives was detached, so it would never learn.",
      zh: "数值对了，但梯度不能穿过框返回：框的输出被 detach 切断了，它永远学不到东西。",
    };
  }
  if (same(values, plain.values))
    return {
      en: `There is no way around yet: only what the block gives comes out.${en}`,
      zh: `还没有绕行的路：出来的只有框的输出。${zh}`,
    };
  const by = (whole: (x: Tensor) => Tensor) => same(values, tried(whole).values);
  if (by((x) => x.mul(block(x))))
    return {
      en: `Both meet, but they are multiplied. Where x is 0, the block would have no say at all; they are added.${en}`,
      zh: `两条路汇合了，但用的是乘法。x 为 0 时框就完全不起作用了；应当相加。${zh}`,
    };
  if (by((x) => block(x.add(x))))
    return {
      en: `x is added before the block, so all of it still goes through. The way around leads past it.${en}`,
      zh: `x 在进入框之前就相加了，全部还是要穿过框。绕行的路应当从框外走。${zh}`,
    };
  if (by((x) => block(x).add(block(x))))
    return {
      en: `What the block gives is added to itself. One of the two should be x as it came.${en}`,
      zh: `你把框的输出和它自己相加了。其中一个应当是原来的 x。${zh}`,
    };
  if (by((x) => x.sub(block(x))))
    return {
      en: `What the block gives is taken away from x. A block could learn to live with that, but here it is added.${en}`,
      zh: `你从 x 中减去了框的输出。框也能学会适应，但这里要的是相加。${zh}`,
    };
  return { en: `This is not x + block(x).${en}`, zh: `这不是 x + block(x)。${zh}` };
}
