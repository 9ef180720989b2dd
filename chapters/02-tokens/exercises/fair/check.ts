import { log } from "@humpty/model";

const close = (a: number, b: number) =>
  Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(b));
const short = (one: number) => String(Number(one.toFixed(3))).replace("-", "−");
const [loss, tokens, letters] = [4.8, 3600, 9000];

export default function check({ bitsForLetter }: typeof import("./starter.ts")) {
  if (typeof bitsForLetter !== "function")
    return {
      en: "There is no function named bitsForLetter any more: the check calls it, so it must be exported.",
      zh: "找不到名为 bitsForLetter 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got: unknown = bitsForLetter(loss, tokens, letters);
  if (typeof got !== "number" || Number.isNaN(got))
    return {
      en: "bitsForLetter should give back a number, and gave something else.",
      zh: "bitsForLetter 应当返回一个数，现在返回的是别的东西。",
    };
  const bits = loss / log(2);
  const wanted = (bits * tokens) / letters;
  if (close(got, wanted)) return again(bitsForLetter(1, 50, 200));
  const numbers = {
    en: ` For a loss of 4.8, 3600 tokens and 9000 letters it should be ${short(wanted)}; it is ${short(got)}.`,
    zh: `损失 4.8、3600 个 token、9000 个字母，应为 ${short(wanted)}，现在是 ${short(got)}。`,
  };
  const say = (en: string, zh: string) => ({
    en: en + numbers.en,
    zh: zh + numbers.zh,
  });
  if (close(got, bits))
    return say(
      "These are the bits for each token. A token of several letters may cost more; the letters share it.",
      "这是每个 token 的比特数。一个 token 有好几个字母，可以贵一些，由这些字母分摊。",
    );
  if (close(got, (bits * letters) / tokens))
    return say(
      "This makes the letters pay more than the tokens. All bits together are the bits of a token times the number of tokens; the letters share them.",
      "这样字母反而比 token 更贵了。总比特数等于每个 token 的比特数乘以 token 数，再由字母分摊。",
    );
  if (close(got, bits * tokens))
    return say(
      "These are the bits of the whole text. How many letters share them?",
      "这是整段文本的比特数。有多少个字母来分摊？",
    );
  if (close(got, (loss * tokens) / letters))
    return say(
      "The sharing is right, but the loss is still counted in powers of e. A bit is a power of 2: divide by log(2).",
      "分摊对了，但损失还是按 e 的幂计的。比特是 2 的幂：要除以 log(2)。",
    );
  if (close(got, (loss * log(2) * tokens) / letters))
    return say(
      "log(2) is less than 1, and a bit is smaller than a power of e: so there should be more bits, not fewer. Divide.",
      "log(2) 小于 1，一个比特比一个 e 的幂小，所以比特数应当变大。请用除法。",
    );
  return say(
    "Add up the bits of all tokens, and share them among the letters.",
    "把所有 token 的比特加起来，再由字母分摊。",
  );
}

const again = (got: number) =>
  close(got, 1 / log(2) / 4)
    ? undefined
    : {
        en: `For a loss of 1, 50 tokens and 200 letters it should be ${short(1 / log(2) / 4)}; it is ${short(got)}. Use the numbers that are handed in.`,
        zh: `损失 1、50 个 token、200 个字母，应为 ${short(1 / log(2) / 4)}，现在是 ${short(got)}。请用传入的数。`,
      };
