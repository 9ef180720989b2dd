const list = [0, 1, 2, 3, 5, 8];

/** Whether answers follow a rule for all numbers of boxes. */
const follows = (got: unknown[], rule: (boxes: number) => number) =>
  list.every((boxes, i) => got[i] === rule(boxes));

export default function check(answer: typeof import("./starter.ts")) {
  if (typeof answer.ways !== "function")
    return {
      en: "There is no function named ways any more: the check calls it, so it must be exported.",
      zh: "找不到名为 ways 的函数：检查要调用它，所以它必须导出（export）。",
    };
  const got: unknown[] = list.map((boxes) => answer.ways(boxes));
  if (follows(got, (boxes) => 2 ** boxes)) return undefined;
  const at = list.findIndex((boxes, i) => got[i] !== 2 ** boxes);
  const boxes = list[at] ?? 0;
  const en = ` For ${boxes} boxes you get ${got[at]}. Draw them, and count.`;
  const zh = `${boxes} 个框时，你得到 ${got[at]}。画出来数一数。`;
  if (follows(got, (boxes) => boxes + 1))
    return {
      en: `That counts how many boxes a number may pass, from none to all. But with two boxes, passing only the first and only the second are different ways.${en}`,
      zh: `这数的是一个数可能穿过几个框，从零个到全部。但有两个框时，只穿过第一个和只穿过第二个是不同的路。${zh}`,
    };
  if (follows(got, (boxes) => 2 * boxes))
    return {
      en: `Two choices at each box, yes. But each choice at the first box leaves both at the second: the choices multiply.${en}`,
      zh: `每个框处有两种选择，没错。但第一个框处的每种选择之后，第二个框处又各有两种：要相乘。${zh}`,
    };
  if (follows(got, (boxes) => boxes ** 2))
    return {
      en: `A square grows with the number of boxes; here each further box doubles the ways.${en}`,
      zh: `这里不是平方：每多一个框，路的条数就加倍。${zh}`,
    };
  if (follows(got, (boxes) => 2 ** boxes - 1))
    return {
      en: `One is missing: the way around all boxes counts, too.${en}`,
      zh: `少了一条：绕过所有框的那条路也算。${zh}`,
    };
  if (follows(got, () => 1))
    return {
      en: `One way is all there is without ways around. With them, there is a choice at each box.${en}`,
      zh: `没有绕行的路时才只有一条。有了绕行的路，每个框处都有选择。${zh}`,
    };
  return { en: `That is not it yet.${en}`, zh: `还不对。${zh}` };
}
