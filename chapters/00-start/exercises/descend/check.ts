const weights = [1, -2, 3];
const slopes = [0.5, -4, 0];
const rate = 0.1;
const close = (a: unknown, b: number[]) =>
  Array.isArray(a) &&
  a.length === b.length &&
  a.every((one, i) => Math.abs(Number(one) - (b[i] ?? 0)) < 1e-9);
const each = (of: (weight: number, slope: number) => number) =>
  weights.map((weight, i) => of(weight, slopes[i] ?? 0));
const list = (numbers: unknown) => {
  if (!Array.isArray(numbers)) return String(numbers);
  const short = (one: unknown) => String(Number(Number(one).toFixed(3)));
  return `[${numbers.map(short).join(", ")}]`.replaceAll("-", "−");
};

export default function check({ descend }: typeof import("./starter.ts")) {
  if (typeof descend !== "function")
    return {
      en: "There is no function named descend any more: the check calls it, so it must be exported.",
      zh: "找不到名为 descend 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const given = [...weights];
  const got: unknown = descend(given, [...slopes], rate);
  const wanted = each((weight, slope) => weight - rate * slope);
  if (close(got, wanted)) return undefined;
  const shown = {
    en: ` From weights [1, −2, 3] with slopes [0.5, −4, 0] and a rate of 0.1, ${list(wanted)} should come; ${list(got)} came.`,
    zh: `权重 [1, −2, 3]、梯度 [0.5, −4, 0]、学习率 0.1，应得到 ${list(wanted)}，现在得到 ${list(got)}。`,
  };
  const say = (en: string, zh: string) => ({ en: en + shown.en, zh: zh + shown.zh });
  if (
    close(
      got,
      each((weight, slope) => weight + rate * slope),
    )
  )
    return say(
      "This walks uphill: where the slope is positive, the weight must become smaller.",
      "这是在往上走：斜率为正的地方，权重应当变小。",
    );
  if (
    close(
      got,
      each((weight, slope) => weight + slope),
    )
  )
    return say(
      "This walks uphill, and in steps as long as the slope: the learning rate is not used.",
      "这是在往上走，而且步子和斜率一样大：没有用学习率。",
    );
  if (
    close(
      got,
      each((weight, slope) => weight - slope),
    )
  )
    return say(
      "The direction is right, but the step is as long as the slope: multiply it by the learning rate.",
      "方向对了，但步子和斜率一样大：要乘以学习率。",
    );
  if (
    close(
      got,
      each((weight) => weight - rate * (slopes[0] ?? 0)),
    )
  )
    return say(
      "Every weight uses the first slope; each should use its own.",
      "每个权重用的都是第一个斜率；应当各用各的。",
    );
  if (
    close(
      got,
      each((_, slope) => -rate * slope),
    )
  )
    return say(
      "These are the steps alone: they should be added to the weights.",
      "这只是步子本身：要把它加到权重上。",
    );
  return say(
    "Each weight should become itself minus the rate times its own slope.",
    "每个权重应当变成它自己减去学习率乘以它的斜率。",
  );
}
