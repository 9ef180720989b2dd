export const networkWords = {
  en: {
    drawing: (sizes: string) =>
      `A network of neurons in layers, ${sizes}, each joined by a line to all of the layer before. Arrow keys move from neuron to neuron.`,
    story:
      "Lines of positive weights are warm, of negative ones cold; the larger the weight, the thicker the line.",
    input: "input",
    neuron: (layer: string, i: number) => `${layer}, neuron ${i}`,
    layer: (i: number) => `layer ${i}`,
    dropped: "left out: it hands on nothing",
    bias: "bias",
    rest: (count: number) => `(${count} more: `,
    hint: "Point at a circle, or tap it: how its number was computed appears here.",
    colon: ": ",
  },
  zh: {
    drawing: (sizes: string) =>
      `一层层神经元组成的网络（${sizes}），每个神经元与前一层的每一个都有线相连。方向键在神经元之间移动。`,
    story: "权重为正的线是暖色，为负的是冷色；权重越大，线越粗。",
    input: "输入",
    neuron: (layer: string, i: number) => `${layer}，第 ${i} 个神经元`,
    layer: (i: number) => `第 ${i} 层`,
    dropped: "被去掉了：它什么也不传出去",
    bias: "偏置",
    rest: (count: number) => `（另外 ${count} 项：`,
    hint: "指向或轻点一个圆，这里会显示它的数是怎么算出来的。",
    colon: "：",
  },
} as const;
