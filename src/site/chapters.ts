import type { Lang } from "./words.ts";

/** The book's chapters in reading order. A chapter is written when `chapters/SLUG/en.mdx` exists. */
export const chapters: {
  slug: string;
  number: string;
  title: Record<Lang, string>;
  about: Record<Lang, string>;
}[] = [
  chapter(
    "00-start",
    "0",
    "A network that learns",
    "会学习的网络",
    "Leaf or flower, one weight at a time",
    "是叶还是花：一次调一个权重",
  ),
  chapter("01-embeddings", "1", "Embeddings", "嵌入", "The inputs learn, too", "让输入也参与学习"),
  chapter(
    "02-tokens",
    "2",
    "Tokens and subwords",
    "词元与子词",
    "What gets a vector",
    "什么东西该有一个向量",
  ),
  chapter(
    "03-attention",
    "3",
    "Self-attention",
    "自注意力",
    "Words that ask other words",
    "词向别的词提问",
  ),
  chapter("04-softmax", "4", "Softmax", "Softmax", "Numbers into chances", "把数字变成概率"),
  chapter("05-residual", "5", "Residual connections", "残差连接", "A way around", "一条绕行的路"),
  chapter(
    "06-norm",
    "6",
    "Layer normalization",
    "层归一化",
    "Numbers kept in range",
    "让数字不出格",
  ),
  chapter("07-dropout", "7", "Dropout", "Dropout", "Learning with parts missing", "缺胳膊少腿地学"),
  chapter(
    "08-heads",
    "8",
    "Multi-head attention",
    "多头注意力",
    "Several questions at once",
    "同时问几个问题",
  ),
  chapter("09-positions", "9", "Positions", "位置编码", "Order, put back", "把顺序找回来"),
  chapter(
    "10-together",
    "10",
    "Putting Humpty together",
    "把蛋头先生拼回去",
    "A GPT from your own pieces",
    "用你自己的零件拼出 GPT",
  ),
  chapter(
    "mathematics",
    "∑",
    "The mathematics",
    "数学附录",
    "Matrices, powers, means",
    "矩阵、幂、平均",
  ),
];

function chapter(
  slug: string,
  number: string,
  en: string,
  zh: string,
  aboutEn: string,
  aboutZh: string,
) {
  return { slug, number, title: { en, zh }, about: { en: aboutEn, zh: aboutZh } };
}
