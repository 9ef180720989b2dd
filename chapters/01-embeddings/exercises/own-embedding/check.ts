import * as humpty from "@humpty/model";

type Embedding = (weight: humpty.Tensor, ids: number[]) => unknown;
const given = humpty.randn([4, 3], new humpty.Random(2));
const ids = [2, 0, 2, 3, 1];

function tried(embedding: Embedding, some = ids) {
  const weight = given.detach().requireGrad();
  const found = embedding(weight, [...some]);
  if (!(found instanceof humpty.Tensor)) return undefined;
  const sum = found.mul(humpty.randn(found.shape, new humpty.Random(3))).sum();
  if (sum.requiresGrad) sum.backward();
  return { found, slopes: weight.grad?.toList() };
}
const same = (a: number[] = [], b: number[] = []) =>
  a.length === b.length && a.every((one, i) => Math.abs(one - (b[i] ?? 0)) < 1e-4);
const short = (list: number[] = []) =>
  `[${list.map((n) => String(Number(n.toFixed(2))).replace("-", "−")).join(", ")}]`;

export default function check({ embedding }: typeof import("./starter.ts")) {
  if (typeof embedding !== "function")
    return {
      en: "There is no function named embedding any more: the check calls it, so it must be exported.",
      zh: "找不到名为 embedding 的函数：检查要调用它，所以它必须导出（export）。",
    };
  let got: ReturnType<typeof tried>;
  try {
    got = tried(embedding);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return {
      en: `For a table [4, 3] and the ids [2, 0, 2, 3, 1] it fails: ${said}. In a product, the columns of the first must be as many as the rows of the second.`,
      zh: `表是 [4, 3]、编号是 [2, 0, 2, 3, 1] 时出错：${said}。相乘时，前者的列数要等于后者的行数。`,
    };
  }
  const wanted = tried((weight, ids) => humpty.embedding(weight, ids));
  if (!got || !wanted)
    return {
      en: "embedding should give back a tensor, and gave something else.",
      zh: "embedding 应当返回一个张量，现在返回的是别的东西。",
    };
  return wrong(got.found, wanted.found) ?? unlearnable(got.slopes, wanted.slopes);
}

function wrong(found: humpty.Tensor, wanted: humpty.Tensor) {
  const shape = found.shape.join(", ");
  if (found.shape[0] === 4 && new Set(ids).size === 4)
    return {
      en: `For 5 ids there should be 5 rows, and you have 4: a symbol that comes twice must be there twice.`,
      zh: `5 个编号应当得到 5 行，现在只有 4 行：出现两次的符号要有两行。`,
    };
  if (shape === "1, 3")
    return {
      en: "All rows have been added up into one. Each id should keep a row of its own.",
      zh: "所有行被加成了一行。每个编号都应当保留自己的一行。",
    };
  if (shape !== "5, 3")
    return {
      en: `For 5 ids and a table [4, 3] there should be [5, 3]; yours is [${shape}].`,
      zh: `5 个编号、表 [4, 3]，应当得到 [5, 3]；你的是 [${shape}]。`,
    };
  if (same(found.toList(), wanted.toList())) return undefined;
  const shown = short(found.row(0).toList());
  const place = given.toRows().findIndex((row) => same(row, found.row(0).toList()));
  if (place >= 0)
    return {
      en: `The first id is 2, and you looked up row ${place}. Rows are counted from 0.`,
      zh: `第一个编号是 2，你查的却是第 ${place} 行。行从 0 数起。`,
    };
  return {
    en: `The first id is 2, so the first row should be ${short(given.row(2).toList())}; it is ${shown}.`,
    zh: `第一个编号是 2，所以第一行应为 ${short(given.row(2).toList())}，现在是 ${shown}。`,
  };
}

function unlearnable(slopes?: number[], wanted?: number[]) {
  if (same(slopes, wanted)) return undefined;
  return {
    en: `The rows are right, but the slopes of the table are not: ${slopes ? "they differ from the package's" : "none came back"}. Nothing could be learned.`,
    zh: `行对了，但表的梯度不对：${slopes ? "和模型包的不同" : "没有返回"}。什么也学不到。`,
  };
}
