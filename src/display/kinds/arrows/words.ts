export const arrowsWords = {
  en: {
    drawing: (list: string) => `Arrows on a plane: ${list}.`,
    arrow: (name: string, from: string, to: string) => `${name} from ${from} to ${to}`,
    comma: ", ",
  },
  zh: {
    drawing: (list: string) => `平面上的箭头：${list}。`,
    arrow: (name: string, from: string, to: string) => `${name} 从 ${from} 到 ${to}`,
    comma: "，",
  },
} as const;
