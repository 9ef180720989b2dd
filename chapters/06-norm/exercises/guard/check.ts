import { LayerNorm, Tensor, tensor } from "@humpty/model";

type Layer = (x: Tensor) => Tensor;
const layer = new LayerNorm(4);
const norm: Layer = (x) => layer.forward(x);
const block: Layer = (x) => x.mul(x).mul(0.5);
const x = tensor([[2, 4, 4, 10]]);

/** What comes out for x, and the slope at each number of x of their sum with different weights. */
function tried(box: Layer) {
  const given = x.detach().requireGrad();
  const y = box(given);
  if (!(y instanceof Tensor) || y.size !== 4) return undefined;
  y.mul(tensor([[1, -2, 3, -1]]))
    .sum()
    .backward();
  return { y: y.toList(), slopes: given.grad?.toList() ?? [] };
}
const same = (a: number[] = [], b: number[] = []) =>
  a.length === b.length && a.every((one, i) => Math.abs(one - (b[i] ?? 0)) < 1e-4);
const list = (numbers: number[] = []) =>
  `[${numbers.map((one) => String(Number(one.toFixed(2))).replace("-", "−")).join(", ")}]`;

export default function check(answer: typeof import("./starter.ts")) {
  const { guarded } = answer;
  if (typeof guarded !== "function" || typeof guarded(norm, block) !== "function")
    return {
      en: "guarded should be exported, and give back a function: the block with its way around and its norm.",
      zh: "guarded 要导出（export），并且返回一个函数：带旁路和归一化的块。",
    };
  const got = tried(guarded(norm, block));
  const wanted = tried((x) => x.add(block(norm(x))));
  if (same(got?.y, wanted?.y) && same(got?.slopes, wanted?.slopes)) return undefined;
  const say = (en: string, zh: string) => ({
    en: `${en} With the block 0.5·x², [2, 4, 4, 10] should become ${list(wanted?.y)}; it is ${list(got?.y)}.`,
    zh: `${zh}对 [2, 4, 4, 10] 应得到 ${list(wanted?.y)}，现在是 ${list(got?.y)}。`,
  });
  const is = (box: Layer) => same(got?.y, tried(box)?.y);
  if (is((x) => norm(x.add(block(x)))))
    return say(
      "The norm stands behind the sum, so the stream itself is rescaled. Only what goes into the block should be.",
      "归一化放在了相加之后，流本身被改了大小。只有进入块的数才应当归一化。",
    );
  if (is((x) => norm(x).add(block(norm(x)))))
    return say(
      "What goes around is normalized, too. It should be x as it came.",
      "绕过去的那份也被归一化了。它应当是原样的 x。",
    );
  if (is((x) => block(norm(x))))
    return say(
      "The block hears the right thing, but there is no way around it: x is not added.",
      "块听到的是对的，但没有旁路：x 没有加上。",
    );
  if (is((x) => x.add(norm(block(x)))))
    return say(
      "The norm stands behind the block. It should guard the way in.",
      "归一化放在了块之后。它应当守在入口。",
    );
  if (is((x) => x.add(block(x))))
    return say("There is a way around, but no norm.", "有旁路，但没有归一化。");
  return say(
    "Take x, normalize a copy, give it to the block, and add x.",
    "拿 x，把一份归一化后交给块，再加上 x。",
  );
}
