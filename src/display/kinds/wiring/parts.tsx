import type { ComponentChildren } from "preact";
import type { Column, Layout } from "./layout.ts";
import { Numbers } from "./Numbers.tsx";
import { type Part, symbol } from "./reading.ts";
import { Meet, Tip, Wire } from "./Wire.tsx";
import { bottom, fall, sum, tap, tip, top, value, weight } from "./wires.ts";
import type { WiringDisplay } from "./wiring.ts";

/** How thick a wire is that carries a weight. */
export const thickness = (weight: number) => 1 + 6 * Math.max(0, Math.min(1, weight || 0));

/** What is drawn of a part: its box, and the wires that lead into it. */
export function drawPart(
  wiring: WiringDisplay,
  layout: Layout,
  { stage, word }: Part,
): ComponentChildren {
  const column = layout.columns[word];
  if (!column) return null;
  const share = wiring.weights[word] ?? 0;
  switch (stage) {
    case "vector":
      return (
        <Numbers
          at={column.vector}
          numbers={wiring.vectors[word] ?? []}
          label={symbol("x", word)}
        />
      );
    case "key":
    case "value":
    case "query":
      return <Made {...{ wiring, layout, column, stage, word }} />;
    case "score": {
      const [x, y] = column.dot;
      return (
        <>
          <Wire d={tap(layout, column)} of="query" wide />
          <Wire d={fall(bottom(column.key), [x, y - 9])} of="key" wide />
          <Wire d={`M${x},${y + 8}V${column.score.y}`} />
          <Meet at={column.dot} sign="dot" />
          <Numbers
            at={column.score}
            numbers={[wiring.scores[word] ?? Number.NaN]}
            label={symbol("u", word)}
          />
        </>
      );
    }
    case "weight": {
      const { softmax } = layout;
      return (
        <>
          <Wire d={fall(bottom(column.score), [column.score.center, softmax.y - 1])} of="score" />
          <Tip d={tip([column.score.center, softmax.y - 1])} of="score" />
          <Wire d={fall([column.weight.center, softmax.y + softmax.height], top(column.weight))} />
          <Tip d={tip(top(column.weight))} />
          <Numbers at={column.weight} numbers={[share]} label={symbol("a", word)} filled={share} />
        </>
      );
    }
    case "product": {
      const [x, y] = column.times;
      const thick = thickness(share);
      return (
        <>
          <Wire d={value(column)} thick={thick} wide />
          <Wire d={weight(column)} thick={thick} of="weight" />
          <Wire d={`M${x},${y + 8}V${column.product.y}`} thick={thick} />
          <Wire d={sum(layout, column)} thick={thick} />
          <Meet at={column.times} sign="times" />
          <Numbers
            at={column.product}
            numbers={(wiring.values[word] ?? []).map((number) => number * share)}
            label={`${symbol("a", word)}${symbol("v", word)}`}
          />
        </>
      );
    }
    case "output": {
      const [x, y] = layout.plus;
      return (
        <>
          <Wire d={`M${x},${y + 8}V${layout.output.y - 1}`} />
          <Meet at={layout.plus} sign="plus" />
          <Numbers at={layout.output} numbers={wiring.output} label={symbol("y", wiring.asks)} />
        </>
      );
    }
  }
}

interface MadeProps {
  wiring: WiringDisplay;
  layout: Layout;
  column: Column;
  stage: "key" | "value" | "query";
  word: number;
}

/** A key, a value or a query: made from the word's vector by a matrix, whose name stands on the wire. */
function Made({ wiring, layout, column, stage, word }: MadeProps) {
  const at = stage === "query" ? layout.query : column[stage];
  const letter = stage === "key" ? "k" : stage === "value" ? "v" : "q";
  const numbers =
    stage === "query" ? wiring.query : stage === "key" ? wiring.keys[word] : wiring.values[word];
  const from = bottom(column.vector);
  const to = top(at);
  return (
    <>
      <Wire d={fall(from, to)} />
      <Tip d={tip(to)} />
      <Numbers
        at={at}
        numbers={numbers ?? []}
        label={symbol(letter, word)}
        side={stage === "value" ? "left" : "right"}
      />
    </>
  );
}
