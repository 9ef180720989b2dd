import type { Part, Stage } from "./reading.ts";

/** From top to bottom, as the arrow keys walk. The query and the output are there once, the rest for each word. */
const stages: Stage[] = ["vector", "key", "query", "score", "weight", "value", "product", "output"];

const once = (stage: Stage) => stage === "query" || stage === "output";

/** All parts of the drawing in reading order. */
export function partsOf(words: number, asks: number): Part[] {
  return stages.flatMap((stage): Part[] =>
    once(stage)
      ? [{ stage, word: asks }]
      : Array.from({ length: words }, (_, word) => ({ stage, word })),
  );
}

/** The parts that a part is made from: they stay bright while it is looked at. */
export function sourcesOf({ stage, word }: Part, words: number, asks: number): Part[] {
  const every = (stage: Stage): Part[] =>
    Array.from({ length: words }, (_, word) => ({ stage, word }));
  switch (stage) {
    case "vector":
      return [];
    case "key":
    case "value":
    case "query":
      return [{ stage: "vector", word }];
    case "score":
      return [
        { stage: "key", word },
        { stage: "query", word: asks },
      ];
    case "weight":
      return every("score");
    case "product":
      return [
        { stage: "weight", word },
        { stage: "value", word },
      ];
    case "output":
      return every("product");
  }
}

/** Where an arrow key leads: along the words, or to the stage above or below. Nothing for other keys. */
export function moved(from: Part, key: string, words: number, asks: number): Part | undefined {
  const stage = stages.indexOf(from.stage);
  const to = (by: number): Part => {
    const next = stages[Math.max(0, Math.min(stages.length - 1, stage + by))] ?? from.stage;
    return { stage: next, word: once(next) ? asks : from.word };
  };
  const along = (word: number): Part =>
    once(from.stage) ? from : { stage: from.stage, word: Math.max(0, Math.min(words - 1, word)) };
  switch (key) {
    case "ArrowLeft":
      return along(from.word - 1);
    case "ArrowRight":
      return along(from.word + 1);
    case "ArrowUp":
      return to(-1);
    case "ArrowDown":
      return to(1);
    case "Home":
      return { stage: "vector", word: 0 };
    case "End":
      return { stage: "output", word: asks };
    default:
      return undefined;
  }
}
