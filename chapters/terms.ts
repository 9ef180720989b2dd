/** A term of the field: what it means in a sentence, and the chapter that explains it, where it first stands in bold. */
export interface Term {
  /** The chapter's folder. */
  home: string;
  en: Wording;
  zh: Wording;
}

interface Wording {
  name: string;
  means: string;
  /** Other forms under which a text may have it. */
  also?: string[];
  /** The word has an everyday meaning as well: other chapters' uses are not linked. */
  everyday?: boolean;
}

/** The book's terms, by chapter. */
export const terms: readonly Term[] = [
  ...chapter("00-start", [
    [
      ["neuron", "A small calculation: numbers times weights, added up, and a bias."],
      ["神经元", "一个小小的计算：把各个数乘以权重，加起来，再加偏置。"],
    ],
    [
      ["weight", "A number that an input is multiplied by, and that training changes."],
      ["权重", "输入要乘以的数，训练会改变它。"],
    ],
    [
      ["bias", "What a neuron adds to its sum, whatever its inputs are.", "biases"],
      ["偏置", "神经元在总和上另加的数，与输入无关。"],
    ],
    [
      ["layer", "Neurons side by side, which all get the same numbers."],
      ["层", "并排的神经元，得到同样的输入。", "everyday"],
    ],
    [
      ["matrix", "A table of numbers in rows and columns.", "matrices"],
      ["矩阵", "排成行和列的数表。"],
    ],
    [
      ["vector", "A list of numbers in a fixed order."],
      ["向量", "次序固定的一串数。"],
    ],
    [
      [
        "ReLU",
        "The bend between layers: positive numbers pass, negative ones become 0.",
      ],
      ["ReLU", "层与层之间的弯折：正数通过，负数变成 0。"],
    ],
    [
      ["hidden", "Of a layer: between inputs and outputs.", "hidden layer", "everyday"],
      ["隐藏", "指输入和输出之间的层。", "隐藏层", "everyday"],
    ],
    [
      [
        "feed-forward network",
        "Layers in a row, with a bend between them; numbers run in one direction.",
      ],
      ["前馈网络", "一层接一层，层间有弯折；数只朝一个方向走。"],
    ],
    [
      [
        "loss",
        "How wrong a network is on examples, in one number; training makes it small.",
        "losses",
      ],
      ["损失", "网络在例子上错得有多厉害，用一个数表示；训练让它变小。"],
    ],
    [
      ["slope", "How much the loss changes for a small change of a weight, per unit."],
      ["斜率", "权重动一点点，损失变化多少（按单位计）。"],
    ],
    [
      ["learning rate", "The number that slopes are multiplied by to make a step."],
      ["学习率", "步长等于斜率乘以这个数。"],
    ],
    [
      [
        "gradient descent",
        "Training by small steps of every weight against its slope.",
      ],
      ["梯度下降", "让每个权重逆着斜率走一小步的训练方法。"],
    ],
    [
      ["gradient", "All slopes of the loss together, one for each weight."],
      ["梯度", "损失的所有斜率合在一起，每个权重一个。"],
    ],
    [
      [
        "backpropagation",
        "Finding all slopes at once, from the loss back to the weights.",
      ],
      ["反向传播", "从损失往回走，一次求出所有斜率。"],
    ],
    [
      [
        "training",
        "Showing examples, measuring the loss, stepping downhill, again and again.",
      ],
      ["训练", "看例子、量损失、往下走一步，一遍又一遍。"],
    ],
  ]),
  ...chapter("01-embeddings", [
    [
      ["embedding", "The trained vector of a symbol; also, all of them together."],
      ["嵌入", "一个符号经过训练的向量；也指所有这些向量。"],
    ],
    [
      [
        "embedding matrix",
        "The vectors of all symbols, a column for each.",
        "embedding matrices",
      ],
      ["嵌入矩阵", "所有符号的向量排成的矩阵，每个符号一列。"],
    ],
    [
      ["one-hot", "Of a vector: a 1 at one place and 0 elsewhere.", "one-hot vector"],
      ["独热", "指向量：一个位置是 1，其余都是 0。", "独热向量"],
    ],
  ]),
  ...chapter("02-tokens", [
    [
      ["token", "A piece of text that has a vector of its own."],
      ["token", "一段有自己向量的文本。", "词元"],
    ],
    [
      ["vocabulary", "All the tokens that a model knows.", "vocabularies"],
      ["词表", "模型认识的所有 token。"],
    ],
    [
      ["unknown token", "One token that stands for every word that has none."],
      ["未知 token", "代表所有没有自己 token 的词的那一个 token。"],
    ],
    [
      [
        "subword",
        "A piece of a word, often larger than a letter and smaller than the word.",
      ],
      ["子词", "词的一部分，往往比字母大、比词小。"],
    ],
    [
      [
        "byte pair encoding",
        "Makes a vocabulary by joining the most frequent pair of neighbors, again and again.",
        "BPE",
      ],
      ["字节对编码", "一次次合并出现最多的相邻两段，由此得到词表。", "BPE"],
    ],
    [
      [
        "merge",
        "One step of byte pair encoding: two tokens become a new one.",
        "everyday",
      ],
      ["合并", "字节对编码的一步：两个 token 变成一个新的。", "everyday"],
    ],
    [
      [
        "tokenizer",
        "Cuts a text into tokens and gives their numbers, and the text back.",
      ],
      ["分词器", "把文本切成 token，给出编号，也能还原文本。"],
    ],
    [
      ["byte", "A number from 0 to 255; computers write all text in bytes."],
      ["字节", "0 到 255 之间的一个数；计算机用字节写下所有文本。"],
    ],
    [
      [
        "UTF-8",
        "The rule by which each character of any script becomes one to four bytes.",
      ],
      ["UTF-8", "把任何文字的每个字符变成一到四个字节的规则。"],
    ],
    [
      [
        "bit",
        "The answer to one toss of a coin; a chance of one half costs 1 bit.",
        "everyday",
      ],
      ["比特", "抛一次硬币的结果；二分之一的概率相当于 1 比特。"],
    ],
    [
      [
        "bits per character",
        "How much a model has to be told for each letter of a text, however the text is cut.",
      ],
      ["每字符比特数", "平均每个字符还要告诉模型多少，与文本怎么切无关。"],
    ],
    [
      [
        "unigram model",
        "Cuts a text so that the product of its pieces' chances is largest.",
      ],
      ["unigram 模型", "选择各段概率乘积最大的切法。"],
    ],
    [
      [
        "Viterbi algorithm",
        "Finds the best way through by keeping, at each place, the best way so far.",
      ],
      ["维特比算法", "在每个位置只保留到目前为止最好的走法，从而找到整体最好的走法。"],
    ],
  ]),
  ...chapter("03-attention", [
    [
      ["weighted sum", "Numbers, each multiplied by a weight, added up."],
      ["加权和", "每个数先乘以各自的权重，再加起来。"],
    ],
    [
      [
        "attention",
        "The last word asks, every word answers, and the answers decide how loudly each word is heard.",
      ],
      ["注意力", "最后一个词提问，每个词作答，答案决定每个词被听见得多响。"],
    ],
    [
      [
        "key",
        "The vector by which a word can be found: what it has to offer.",
        "everyday",
      ],
      ["键", "一个词靠它被找到的向量：它能提供什么。", "everyday"],
    ],
    [
      [
        "query",
        "The vector with which a word asks: what it is looking for.",
        "queries",
      ],
      ["查询", "一个词用来提问的向量：它在找什么。"],
    ],
    [
      [
        "dot product",
        "Two vectors multiplied number by number, and the products added up.",
      ],
      ["点积", "两个向量逐个数相乘，再把乘积加起来。"],
    ],
    [
      ["score", "How well a key answers a query: their dot product.", "everyday"],
      ["分数", "一个键把查询回答得有多好：两者的点积。", "everyday"],
    ],
    [
      [
        "attention weight",
        "The share with which a word is heard; all shares add up to 1.",
      ],
      ["注意力权重", "一个词被听见的份额；所有份额加起来等于 1。"],
    ],
    [
      [
        "value",
        "The vector that a word contributes once it has been found.",
        "everyday",
      ],
      ["值", "一个词被找到之后拿出来的向量。", "everyday"],
    ],
    [
      [
        "self-attention",
        "Attention in which a text asks itself: queries, keys and values come from the same words.",
      ],
      ["自注意力", "一段文本问自己的注意力：查询、键和值都来自同一些词。"],
    ],
    [
      [
        "saturated",
        "Of softmax: one weight is nearly 1, and nudging a score changes hardly anything.",
      ],
      ["饱和", "说的是 softmax：一个权重几乎是 1，分数动一动也几乎没有变化。"],
    ],
    [
      [
        "scaled dot-product attention",
        "Attention whose scores are divided by the root of the keys' length.",
      ],
      ["缩放点积注意力", "分数除以键长度平方根的注意力。"],
    ],
    [
      ["cross-attention", "Attention in which one text asks and another answers."],
      ["交叉注意力", "一段文本提问、另一段文本作答的注意力。"],
    ],
    [
      [
        "causal mask",
        "What hides later words from earlier ones: their scores are set to −∞.",
      ],
      ["因果掩码", "让前面的词看不到后面的词：后者的分数设为 −∞。"],
    ],
  ]),
  ...chapter("04-softmax", [
    [
      [
        "logistic function",
        "Turns any number into one between 0 and 1, with the order kept.",
      ],
      ["logistic 函数", "把任何数变成 0 和 1 之间的数，次序不变。"],
    ],
    [
      [
        "greedy",
        "Writing that always takes the symbol with the largest score.",
        "everyday",
      ],
      ["贪心", "总是选分数最大的符号。", "everyday"],
    ],
    [
      [
        "softmax",
        "Turns any n numbers into n chances: e to the power of each, divided by the total.",
      ],
      ["softmax", "把任意 n 个数变成 n 个概率：对每个数取 e 的幂，再除以总和。"],
    ],
    [
      ["overflow", "A result that is larger than the computer's numbers can hold."],
      ["溢出", "结果超出了计算机的数能表示的范围。"],
    ],
    [
      [
        "sampling",
        "Throwing dice with uneven sides: each symbol is taken as often as its chance says.",
      ],
      ["采样", "掷一颗各面不均匀的骰子：每个符号被选中的次数与它的概率相当。"],
    ],
    [
      [
        "temperature",
        "A number that scores are divided by before softmax: small is nearly greedy, large is nearly random.",
      ],
      ["温度", "softmax 之前分数要除以的数：小则近乎贪心，大则近乎随机。"],
    ],
    [
      ["top-k", "Sampling among the k likeliest symbols."],
      ["top-k", "只在最可能的 k 个符号里采样。"],
    ],
    [
      [
        "top-p",
        "Sampling among the likeliest symbols that have the chance p together.",
      ],
      ["top-p", "只在概率合起来达到 p 的那些最可能的符号里采样。"],
    ],
    [
      [
        "beam search",
        "Following a few texts at once, always keeping the likeliest wholes.",
      ],
      ["束搜索", "同时沿几条路往下写，总是保留整体最可能的几条。"],
    ],
    [
      [
        "cross-entropy",
        "The average surprise: minus the logarithm of the chance that the right answer was given.",
      ],
      ["交叉熵", "平均的意外程度：正确答案所得概率的对数，取负号。"],
    ],
    [
      [
        "perplexity",
        "e to the power of the cross-entropy: among how many equally likely symbols the model seems to choose.",
      ],
      ["困惑度", "e 的交叉熵次方：模型好像在多少个同样可能的符号里选。"],
    ],
  ]),
  ...chapter("05-residual", [
    [
      [
        "box",
        "A layer that we do not look into: numbers go in, numbers come out.",
        "everyday",
      ],
      ["盒子", "我们不往里看的一层：数进去，数出来。", "everyday"],
    ],
    [
      ["overfitting", "Doing well on what was practiced, and badly on anything else."],
      ["过拟合", "练过的做得好，没练过的做得差。"],
    ],
    [
      [
        "vanishing gradient",
        "Slopes that shrink to nothing on their way back through many layers, so that early layers learn nothing.",
      ],
      ["梯度消失", "梯度往回穿过许多层时越变越小，前面的层什么也学不到。"],
    ],
    [
      [
        "residual connection",
        "A way around a block: what goes in is added to what comes out.",
      ],
      ["残差连接", "绕过一个块的路：把进去的加到出来的上面。"],
    ],
    [
      [
        "residual stream",
        "The vector that runs past all blocks; each reads from it and adds something to it.",
      ],
      ["残差流", "从所有块旁边流过的向量；每个块从中读取，又往里加一点。"],
    ],
  ]),
  ...chapter("06-norm", [
    [
      [
        "mean",
        "The average: all numbers added up, divided by how many there are.",
        "everyday",
      ],
      ["平均数", "所有的数加起来，再除以个数。", "everyday"],
    ],
    [
      ["standard deviation", "How far numbers lie from their mean, on the whole."],
      ["标准差", "一组数总体上离平均数有多远。"],
    ],
    [
      [
        "layer normalization",
        "Brings each vector to mean 0 and standard deviation 1, then scales and shifts each place by trained numbers.",
        "layer norm",
        "layer norms",
      ],
      [
        "层归一化",
        "把每个向量变成平均数 0、标准差 1，再用训练出的数对每个位置缩放和平移。",
      ],
    ],
    [
      ["epsilon", "A very small number that is added so that nothing is divided by 0."],
      ["epsilon", "加上去的一个极小的数，免得除以 0。"],
    ],
    [
      [
        "pre-norm",
        "The norm stands before each block, and the way around is left alone.",
      ],
      ["前置归一化", "归一化放在每个块之前，旁路保持原样。"],
    ],
    [
      ["post-norm", "The norm stands after each sum of block and way around."],
      ["后置归一化", "归一化放在每次把块和旁路相加之后。"],
    ],
  ]),
  ...chapter("07-dropout", [
    [
      [
        "regularization",
        "Whatever makes a network do better on what it has not seen, even if it does worse on what it practices.",
      ],
      ["正则化", "凡是让网络在没见过的东西上做得更好的办法，哪怕练过的做得差一些。"],
    ],
    [
      [
        "ensemble",
        "Several networks that answer together; the average of their chances counts.",
      ],
      ["集成", "几个网络一起回答，以它们概率的平均为准。"],
    ],
    [
      [
        "dropout",
        "While training, numbers are set to 0 at random, so that each step trains another thinned network.",
      ],
      ["dropout", "训练时随机把一些数变成 0，每一步训练的都是另一个变稀的网络。"],
    ],
    [
      [
        "inverted dropout",
        "What is kept is divided by 1 − p while training, so that nothing has to be done afterwards.",
      ],
      ["反向 dropout", "训练时把留下的数除以 1 − p，这样之后什么都不用做。"],
    ],
    [
      [
        "validation data",
        "Examples that are neither practiced nor in the test: settings are chosen by them.",
      ],
      ["验证数据", "既不用来练习、也不在测试里的例子：用来挑选各种设置。"],
    ],
  ]),
  ...chapter("08-heads", [
    [
      [
        "head",
        "One attention among several, with its own queries, keys and values.",
        "everyday",
      ],
      ["头", "几个注意力中的一个，有自己的查询、键和值。", "everyday"],
    ],
    [
      ["concatenation", "Laying lists side by side, so that their lengths add up."],
      ["拼接", "把几串数并排接在一起，长度相加。"],
    ],
    [
      [
        "multi-head attention",
        "Several heads that listen to the same words, and whose outputs stand side by side.",
      ],
      ["多头注意力", "几个头听同样的词，输出并排放在一起。"],
    ],
    [
      [
        "output projection",
        "The last matrix of attention: it mixes what the heads heard.",
      ],
      ["输出投影", "注意力的最后一个矩阵：把各个头听到的混合起来。"],
    ],
    [
      [
        "rank",
        "How many rows of a matrix are left when mixtures of others are taken out.",
        "everyday",
      ],
      ["秩", "去掉由其他行混合而成的行之后，矩阵还剩几行。", "everyday"],
    ],
    [
      [
        "key-value cache",
        "The keys and values of all earlier words, kept while a model writes.",
      ],
      ["键值缓存", "模型写作时保留下来的、前面所有词的键和值。"],
    ],
    [
      [
        "multi-query attention",
        "Heads with queries of their own, and one set of keys and values for all.",
      ],
      ["多查询注意力", "每个头有自己的查询，键和值则所有头共用一组。"],
    ],
    [
      [
        "grouped-query attention",
        "Heads in groups; each group shares one set of keys and values.",
      ],
      ["分组查询注意力", "头分成几组，每组共用一组键和值。"],
    ],
  ]),
  ...chapter("09-positions", [
    [
      [
        "bag of words",
        "A text as the words that occur in it, without their order.",
        "bags of words",
      ],
      ["词袋", "只看文本里有哪些词，不看顺序。"],
    ],
    [
      [
        "position embedding",
        "A trained vector for each place of a text, added to the vector of the word that stands there.",
        "position embeddings",
      ],
      ["位置嵌入", "文本的每个位置有一个可训练的向量，加到那里的词的向量上。"],
    ],
    [
      [
        "sinusoidal positions",
        "Vectors of places by a formula: sines and cosines, like the hands of a clock at different speeds.",
      ],
      ["正弦位置编码", "由公式给出的位置向量：正弦和余弦，像快慢不同的钟表指针。"],
    ],
    [
      [
        "relative position",
        "How far away another word stands, rather than where.",
        "relative positions",
      ],
      ["相对位置", "另一个词离这里多远，而不是它在第几个位置。"],
    ],
    [
      [
        "rotary positions",
        "Queries and keys are turned by their places, so that a score depends on the distance alone.",
      ],
      ["旋转位置编码", "按所在位置转动查询和键，使分数只取决于距离。"],
    ],
    [
      [
        "extrapolation",
        "Doing well beyond what was practiced, such as on longer texts.",
      ],
      ["外推", "在练习范围之外也做得好，例如面对更长的文本。"],
    ],
  ]),
  ...chapter("mathematics", [
    [
      [
        "function",
        "Takes a number and gives a number, for the same number always the same.",
        "everyday",
      ],
      ["函数", "拿一个数，给一个数；拿到同样的数，给出的总是同一个。", "everyday"],
    ],
    [
      ["exponent", "The small raised number of a power: it counts the factors."],
      ["指数", "幂右上角的小数字：有多少个因数相乘。"],
    ],
    [
      [
        "root",
        "The number that makes a given one when multiplied by itself.",
        "everyday",
      ],
      ["平方根", "自己乘自己就得到给定的数。"],
    ],
    [
      ["logarithm", "The exponent that e needs to become a given number."],
      ["对数", "e 的多少次方等于给定的数。"],
    ],
    [
      ["transposed", "Of a matrix: its rows have become its columns."],
      ["转置", "指矩阵：行变成列，列变成行。"],
    ],
    [
      ["derivative", "What mathematicians call the slope of a function at a place."],
      ["导数", "数学上对函数在某一处的斜率的叫法。"],
    ],
    [
      [
        "chain rule",
        "Slopes of functions in a row are multiplied, each taken at the number that goes into its own.",
      ],
      ["链式法则", "几个函数前后相接，斜率相乘，每个斜率取在进入它的那个数上。"],
    ],
    [
      ["expectation", "Each possible value times its chance, added up."],
      ["期望", "每个可能的值乘以它的概率，再加起来。", "everyday"],
    ],
    [
      ["variance", "The average of the squared differences from the mean."],
      ["方差", "与平均数之差的平方，再取平均。"],
    ],
    [
      ["sine", "How high the tip of a turning hand of length 1 stands."],
      ["正弦", "长度为 1 的指针转动时，针尖有多高。"],
    ],
    [
      ["cosine", "How far to the right the tip of a turning hand of length 1 stands."],
      ["余弦", "长度为 1 的指针转动时，针尖在右边多远。"],
    ],
  ]),
];

/** A name, its meaning, then other forms of it, or the word “everyday”. */
type Entry = [name: string, means: string, ...more: string[]];

function chapter(home: string, list: [en: Entry, zh: Entry][]): Term[] {
  return list.map(([en, zh]) => ({ home, en: wording(en), zh: wording(zh) }));
}

function wording([name, means, ...more]: Entry): Wording {
  const also = more.filter((form) => form !== "everyday");
  return { name, means, also, everyday: more.includes("everyday") };
}
