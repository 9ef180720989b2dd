import { useEffect, useRef } from "preact/hooks";
import type { Trace } from "../../../model/explain.ts";
import type { Lang } from "../../words.ts";
import { formatNumber } from "../kind.ts";
import { isOperand, type Place, type Step } from "./follow.ts";
import { tensorWords } from "./words.ts";

interface PanelProps {
  trace: Trace;
  /** The number that is explained, and the operands followed from it: the last is the one shown. */
  steps: Step[];
  lang: Lang;
  /** Takes the path of followed operands, without the number that it starts from. */
  walk(path: Place[]): void;
  close(): void;
}

/** How a number was made: its sum in names, the same in numbers, and its value. Names lead to their own sums. */
export function ExplanationPanel({ trace, steps, lang, walk, close }: PanelProps) {
  const say = tensorWords[lang];
  const heading = useRef<HTMLSpanElement>(null);
  const depth = useRef(steps.length);
  // The button that was pressed is gone: the keyboard goes on at what it led to.
  useEffect(() => {
    if (depth.current !== steps.length) heading.current?.focus();
    depth.current = steps.length;
  }, [steps.length]);

  const last = steps.at(-1);
  const node = last && trace.nodes[last.place.node];
  if (!last || !node) return null;
  const { label, value, op, expression } = last.explanation;
  const path = steps.slice(1).map(({ place }) => place);
  const known = expression.some(isOperand);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group, not a landmark: a page has many
    <div class="d-explanation" role="group" aria-label={say.panel}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group, not a landmark: a page has many */}
      <div class="path" role="group" aria-label={say.path}>
        {steps.slice(0, -1).map(({ explanation }, i) => (
          <span key={i}>
            <button type="button" onClick={() => walk(path.slice(0, i))}>
              {explanation.label}
            </button>
            <span aria-hidden="true"> › </span>
          </span>
        ))}
        <span ref={heading} tabIndex={-1} aria-current="step">
          {label}
        </span>
      </div>
      <button type="button" class="d-explanation-close" aria-label={say.close} onClick={close}>
        ×
      </button>
      <p class="d-explanation-op">
        <span class="d-tensor-shape">
          {node.name ?? ""} [{node.shape.join(", ")}]
        </span>{" "}
        {known ? say.by(op) : (alone[op]?.(say) ?? say.by(op))}
      </p>
      <p class="d-explanation-sum" aria-live="polite">
        {known && (
          <>
            <span class="line">
              ={" "}
              {expression.map((part, i) =>
                isOperand(part) ? (
                  <button
                    key={i}
                    type="button"
                    onClick={() => walk([...path, { node: part.node, index: part.index }])}
                  >
                    {part.label}
                  </button>
                ) : (
                  part
                ),
              )}
            </span>
            {expression.length > 1 && (
              <span class="line">
                = {expression.map((part) => (isOperand(part) ? brief(part.value) : part)).join("")}
              </span>
            )}
          </>
        )}
        <span class="line">
          = <b>{brief(value)}</b>
        </span>
      </p>
    </div>
  );
}

/** What is said of numbers that no others went into. */
const alone: Readonly<Record<string, ((say: Words) => string) | undefined>> = Object.assign(
  Object.create(null),
  {
    given: (say: Words) => say.given,
    random: (say: Words) => say.random,
    maskedFill: (say: Words) => say.masked,
  },
);

type Words = (typeof tensorWords)[Lang];

/** Two digits after the point, more where a number is too small for them. */
function brief(value: number): string {
  const size = Math.abs(value);
  return formatNumber(value, size >= 0.1 || size === 0 ? 2 : size >= 0.01 ? 3 : 4);
}
