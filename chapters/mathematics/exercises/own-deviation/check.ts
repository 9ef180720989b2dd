const x = [2, 4, 4, 4, 5, 5, 7, 9]; // mean 5, standard deviation 2
const other = [0, 10, 20]; // mean 10

const average = (list: number[]) =>
  list.reduce((sum, one) => sum + one, 0) / list.length;
const squares = (list: number[]) =>
  list.map((one) => (one - average(list)) * (one - average(list)));
const close = (a: number, b: number) => Math.abs(a - b) < 1e-6;
const short = (one: number) => String(Number(one.toFixed(3))).replace("-", "−");

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.deviation !== "function")
    return {
      en: "There is no function named deviation any more: the check calls it, so it must be exported.",
      zh: "找不到名为 deviation 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got: unknown = answer.deviation([...x]);
  if (typeof got !== "number")
    return {
      en: "deviation should give back one number for the whole list.",
      zh: "deviation 应当为整个列表返回一个数。",
    };
  const say = (en: string, zh: string) => ({
    en: `${en} For ${x.join(", ")} it should be 2, and is ${short(got)}.`,
    zh: `${zh}对 ${x.join("、")}，应为 2，实为 ${short(got)}。`,
  });
  if (close(got, 2)) {
    const again: unknown = answer.deviation([...other]);
    const wanted = Math.sqrt(average(squares(other)));
    if (typeof again === "number" && close(again, wanted)) return undefined;
    return {
      en: `It is right for one list, but for 0, 10, 20 it should be ${short(wanted)}, and is ${String(again)}.`,
      zh: `对一个列表是对的，但对 0、10、20 应为 ${short(wanted)}，实为 ${String(again)}。`,
    };
  }
  if (close(got, 0))
    return say(
      "The distances cancel: those below the mean are as far from it, all together, as those above. Square them first, and none is negative.",
      "距离互相抵消了：平均数以下的和以上的，总距离一样大。先取平方，就没有负数了。",
    );
  if (close(got, 4))
    return say(
      "This is the variance, the average of the squares. Its root brings it back to the size of the numbers.",
      "这是方差，也就是平方的平均。再开平方，才回到原来那些数的大小。",
    );
  if (close(got, average(x.map((one) => Math.abs(one - 5)))))
    return say(
      "This is the average distance, a good measure too, but another one: square the distances, average, and take the root.",
      "这是平均距离，也是一种好量法，但不是这一种：先取距离的平方，再平均，最后开平方。",
    );
  if (close(got, Math.sqrt(squares(x).reduce((sum, one) => sum + one, 0))))
    return say(
      "The squares are added up and not averaged: a longer list would always seem to spread wider.",
      "平方只是加了起来，没有取平均：列表越长，就会显得越分散。",
    );
  if (close(got, Math.sqrt((average(squares(x)) * 8) / 7)))
    return say(
      "You divided by one less than there are numbers. That guesses the spread of many from a sample of few; layer normalization has all the numbers and divides by how many there are.",
      "你除以了个数减一。那是用少数样本估计多数时的做法；层归一化手里就是全部的数，除以个数本身。",
    );
  if (close(got, Math.sqrt(average(x.map((one) => one * one)))))
    return say(
      "The squares are of the numbers themselves: this measures how far they lie from 0. Subtract the mean first.",
      "取平方的是这些数本身：量出来的是它们离 0 有多远。要先减去平均数。",
    );
  if (close(got, 7))
    return say(
      "This is the distance from the smallest to the largest: the six numbers between have no say.",
      "这是最小到最大的距离：中间六个数都没起作用。",
    );
  return say(
    "This is not the root of the average square.",
    "这不是平方的平均再开平方。",
  );
}
