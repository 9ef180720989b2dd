const [parameters, tokens, machines, speed] = [1e9, 2e10, 4, 1e14];
const seconds = (6 * parameters * tokens) / (machines * speed);
const day = 24 * 3600;
const near = (a: number, b: number) => Math.abs(a / b - 1) < 1e-6;
const findings = [
  {
    is: seconds / 3 / day,
    en: "The way back is missing: training takes three times as many operations as using.",
    zh: "漏了往回走的路：训练的运算量是使用的三倍。",
  },
  {
    is: seconds / 3,
    en: "Two things are missing: the way back, which takes twice as much as the way forward, and a day has 24 · 3600 seconds.",
    zh: "少了两样：往回走的路，它的运算量是往前走的两倍；还有，一天有 24 · 3600 秒。",
  },
  {
    is: seconds,
    en: "These are seconds. How many does a day have?",
    zh: "这是秒数。一天有多少秒？",
  },
  {
    is: seconds / 3600,
    en: "These are hours. How many does a day have?",
    zh: "这是小时数。一天有多少小时？",
  },
  {
    is: (seconds * machines) / day,
    en: "That is how long one machine takes. They share the work.",
    zh: "这是一台机器要用的时间。它们是分着干的。",
  },
  {
    is: (seconds * machines * machines) / day,
    en: "With more machines it would take longer. They share the work: divide.",
    zh: "机器越多反而越慢了。它们是分着干的：要除。",
  },
  {
    is: seconds / 6 / day,
    en: "Each parameter takes part in more than one operation for each token: two forward, four back.",
    zh: "每个参数对每个词元不止做一次运算：往前两次，往回四次。",
  },
];

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.days !== "function")
    return {
      en: "There is no function named days any more: the check calls it, so it must be exported.",
      zh: "找不到名为 days 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got: unknown = answer.days(parameters, tokens, machines, speed);
  const should = seconds / day;
  if (typeof got === "number" && near(got, should)) return undefined;
  const found = findings.find(({ is }) => typeof got === "number" && near(got, is));
  const { en, zh } = found ?? { en: "Not yet.", zh: "还不对。" };
  const short = typeof got === "number" ? Number(got.toPrecision(3)) : String(got);
  const days = Number(should.toPrecision(3));
  return {
    en: `${en} A billion parameters, 20 billion tokens, 4 machines of 10¹⁴ operations a second: ${days} days are expected; it is ${short}.`,
    zh: `${zh}10 亿参数、200 亿词元、4 台每秒 10¹⁴ 次运算的机器：应为 ${days} 天，现在是 ${short}。`,
  };
}
