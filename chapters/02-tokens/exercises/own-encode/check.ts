import { BytePairTokenizer, gpt2Pieces, rhyme } from "@humpty/model";

const learnedFrom = `${rhyme} banana banana aaaa aaaa bandana`;
const tokenizer = BytePairTokenizer.train(learnedFrom, { size: 256 + 30 });
// Words in which it matters where one begins and in which order one joins.
const texts = ["aaaaa aaa", "banana", "Humpty Dumpty", "蛋 🥚", rhyme, "all fall hall"];
const shown = (text: string) =>
  JSON.stringify(text.length > 20 ? `${text.slice(0, 20)}…` : text);
const list = (tokens: number[]) =>
  `[${tokens.slice(0, 12).join(", ")}${tokens.length > 12 ? ", …" : ""}]`;

export default function check({ encode }: typeof import("./starter.ts")) {
  if (typeof encode !== "function")
    return {
      en: "There is no function named encode any more: the check calls it, so it must be exported.",
      zh: "找不到名为 encode 的函数：检查要调用它，所以它必须导出（export）。",
    };
  for (const text of texts) {
    const wanted = tokenizer.encode(text);
    const got: unknown = encode(text, tokenizer.merges);
    if (!Array.isArray(got) || !got.every(Number.isInteger))
      return {
        en: `For ${shown(text)} encode should give a list of whole numbers, and gave something else.`,
        zh: `对 ${shown(text)}，encode 应当返回一串整数，现在返回的是别的东西。`,
      };
    if (got.join() !== wanted.join())
      return finding(text, got, wanted, (one) => encode(one, tokenizer.merges));
  }
  return undefined;
}

type Encode = (text: string) => number[];
function finding(text: string, got: number[], wanted: number[], encode: Encode) {
  const numbers = {
    en: ` ${shown(text)} should be ${list(wanted)}; it is ${list(got)}.`,
    zh: `${shown(text)} 应为 ${list(wanted)}，现在是 ${list(got)}。`,
  };
  const say = (en: string, zh: string) => ({
    en: en + numbers.en,
    zh: zh + numbers.zh,
  });
  const bytes = new BytePairTokenizer({ merges: [] }).encode(text);
  if (got.join() === bytes.join() || got.length === 0)
    return say(
      "Nothing has been joined: these are still the bytes, or nothing at all.",
      "什么也没有合并：这里还是一个个字节，或者什么也没有。",
    );
  const bytesOfText = new Set(bytes);
  if (got.some((one) => one < 256 && !bytesOfText.has(one)))
    return say(
      "The numbers 0 to 255 belong to the bytes. The first pair becomes token 256, the next one 257.",
      "0 到 255 是字节的编号。第一对合并成 256，下一对是 257。",
    );
  const back = got.every((one) => one >= 0 && one < tokenizer.size)
    ? tokenizer.decode(got)
    : "";
  if (back !== text && back.length > text.length)
    return say(
      `Decoded, your tokens read ${shown(back)}: something stands there more than once. When two are joined, both are used up, and the search goes on after them.`,
      `解码后成了 ${shown(back)}：有的部分出现了不止一次。两个合并之后都用掉了，应当从它们后面接着找。`,
    );
  if (back !== text)
    return say(
      `Decoded, your tokens read ${shown(back)}: something has been lost or changed. Join only where the left one is followed by the right one.`,
      `解码后成了 ${shown(back)}：有的部分丢了或变了。只有左边的后面紧跟着右边的，才能合并。`,
    );
  if (texts.every((one) => encode(one).join() === firstOnly(one).join()))
    return say(
      "A pair can stand in a word more than once. You have joined only the first of them.",
      "一个词里同一对可能不止出现一次。你只合并了第一处。",
    );
  if (texts.flatMap(encode).some(isOfJoined))
    return say(
      "It reads right, in the wrong pieces. Longer pieces are not the aim: the pairs have to be joined in the order in which they were learned, as while learning.",
      "读起来没错，切法却不对。目的不是切得更长：要像学习时那样，按学到的先后次序合并。",
    );
  return say(
    "It reads right, in too many pieces. A pair that is made of earlier joins can be found only after those: go through the pairs from the first to the last.",
    "读起来没错，却切得太碎。由先前的合并组成的对，要等那些合并做完才能找到：请从第一对到最后一对依次进行。",
  );
}

/** Whether a token is joined from one that was joined before. */
const isOfJoined = (token: number) =>
  (tokenizer.merges[token - 256] ?? []).some((part) => part > 255);

/** As the starter does it. */
function firstOnly(text: string): number[] {
  return gpt2Pieces(text).flatMap((word) => {
    const tokens = [...new TextEncoder().encode(word)];
    for (const [step, [left, right]] of tokenizer.merges.entries()) {
      const place = tokens.findIndex(
        (one, i) => one === left && tokens[i + 1] === right,
      );
      if (place >= 0) tokens.splice(place, 2, 256 + step);
    }
    return tokens;
  });
}
