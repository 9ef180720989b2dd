import { crossEntropy, tensor } from "@humpty/model";

const scores = [2, 0, 1, -1];
const right = 2;
const list = (numbers: number[]) => `[${numbers.map(short).join(", ")}]`;
const short = (one: number) => String(Number(one.toFixed(3))).replace("-", "−");
const close = (a: number, b: number) =>
  Math.abs(a - b) < 1e-4 * Math.max(1, Math.abs(b));
const same = (a: number[], b: number[]) =>
  a.length === b.length && a.every((one, i) => close(one, b[i] ?? 0));

/** What the package says: the loss, and its slope for each score. */
function wanted(scores: number[], right: number) {
  const u = tensor([scores]).requireGrad();
  const loss = crossEntropy(u, [right]);
  loss.backward();
  return { loss: loss.item(), slopes: u.grad?.toList() ?? [] };
}

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.loss !== "function" || typeof answer.slopes !== "function")
    return {
      en: "The check calls two functions, loss and slopes: both must be exported.",
      zh: "检查要调用 loss 和 slopes 两个函数，它们都必须导出（export）。",
    };
  return lossOf(answer.loss) ?? slopesOf(answer.slopes);
}

function lossOf(loss: (scores: number[], right: number) => number) {
  const [got, should] = [loss([...scores], right), wanted(scores, right).loss];
  const numbers = {
    en: ` For the scores ${list(scores)}, the third being right, the loss should be ${short(should)}; it is ${short(got)}.`,
    zh: `分数为 ${list(scores)}、第三个正确时，损失应为 ${short(should)}，实为 ${short(got)}。`,
  };
  if (close(got, -should))
    return {
      en: `The sign of the loss is turned over: it would be best where the model is most wrong.${numbers.en}`,
      zh: `损失的符号反了：模型错得最厉害时它反而最小。${numbers.zh}`,
    };
  if (close(got, should - 2))
    return {
      en: `The total is of lowered scores, the right score is not lowered. Both need the same.${numbers.en}`,
      zh: `总和用的是减过的分数，正确的那个分数却没有减。两处要用同样的分数。${numbers.zh}`,
    };
  if (!close(got, should))
    return {
      en: `This is not −log of the right chance.${numbers.en}`,
      zh: `这不是正确答案概率的 −log。${numbers.zh}`,
    };
  const [far, much] = [loss([0, 1000], 0), loss([1000, 999], 0)];
  if (Number.isNaN(far) || !Number.isFinite(much))
    return {
      en: `Scores of 1000 break it: the loss becomes ${far}. Lower the scores before you raise e to their power.`,
      zh: `分数到 1000 就坏了：损失变成 ${far}。求 e 的幂之前先把分数减小。`,
    };
  if (far === Number.POSITIVE_INFINITY)
    return {
      en: "For the scores [0, 1000], the first being right, the loss should be 1000; it is infinite. The chance was rounded to 0 before its logarithm was taken. Work out the logarithm without the chance: log of the total, less the right score.",
      zh: "分数为 [0, 1000]、第一个正确时，损失应为 1000，现在是无穷大。概率在取对数之前就被舍入成 0 了。不经过概率来算对数：总和的对数，减去正确的那个分数。",
    };
  if (!close(far, 1000))
    return {
      en: `For the scores [0, 1000], the first being right, the loss should be 1000; it is ${short(far)}. If you hold the chance above 0, the loss stops growing there, and its true slope is lost.`,
      zh: `分数为 [0, 1000]、第一个正确时，损失应为 1000，实为 ${short(far)}。如果给概率设一个下限，损失到那里就不再增大，真正的斜率也就丢了。`,
    };
  return undefined;
}

function slopesOf(slopes: (scores: number[], right: number) => number[]) {
  const [got, should] = [slopes([...scores], right), wanted(scores, right).slopes];
  if (Array.isArray(got) && same(got, should)) return undefined;
  const is = Array.isArray(got) ? list(got) : String(got);
  const say = (en: string, zh: string) => ({
    en: `The loss is right. ${en} For the scores ${list(scores)}, the third being right, the slopes should be ${list(should)}; they are ${is}.`,
    zh: `损失对了。${zh}分数为 ${list(scores)}、第三个正确时，斜率应为 ${list(should)}，实为 ${is}。`,
  });
  if (!Array.isArray(got) || got.length !== scores.length)
    return say("There should be a slope for each score.", "每个分数都要有一个斜率。");
  const p = tensor(scores).softmax().toList();
  if (same(got, p))
    return say(
      "These are the chances p; what was right, y, is not taken away yet.",
      "这是概率 p，还没有减去正确答案 y。",
    );
  if (
    same(
      got,
      p.map((one, i) => (i === right ? one : 0)),
    )
  )
    return say(
      "All but one are 0, and that one would push the right score down. Take y from p: y is 1 for the right answer and 0 for the others.",
      "除了一个以外都是 0，而那一个会把正确的分数往下推。用 p 减去 y：正确答案的 y 是 1，其余是 0。",
    );
  const times = (factor: number) => should.map((one) => factor * one);
  if (same(got, times(-1)))
    return say(
      "Every sign is turned over: a step downhill would make the right answer less likely.",
      "所有符号都反了：往下走一步会让正确答案更不可能。",
    );
  if (same(got, times(1 / scores.length)))
    return say(
      "You divided by the number of scores. The loss is one number for all of them; nothing is averaged.",
      "你除以了分数的个数。损失是一个数，不需要平均。",
    );
  if (got.every((one, i) => i === right || one === 0))
    return say(
      "Only the right score has a slope. The others share the total with it: when they grow, its chance shrinks.",
      "只有正确的分数有斜率。其他分数和它共用一个总和：它们变大，它的概率就变小。",
    );
  return say("They are not p − y.", "这不是 p − y。");
}
