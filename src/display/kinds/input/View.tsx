import type { Actions } from "../../views.tsx";
import type { Lang } from "../../words.ts";
import { formatNumber } from "../kind.ts";
import { FileInput } from "./FileInput.tsx";
import type { InputDisplay, InputValue } from "./input.ts";

/** Native controls: they work by keyboard and by touch, and a reader's browser knows how to show them. */
export function InputView({
  display,
  actions,
  lang,
}: {
  display: InputDisplay;
  actions?: Actions | undefined;
  lang: Lang;
}) {
  // Where it stood at first, its cell is what the book published.
  const set = (value: InputValue | undefined) =>
    actions?.input(display.name, value === display.initial ? undefined : value);
  if (display.control === "file") return <FileInput display={display} set={set} lang={lang} />;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is in it, drawn by Control
    <label class={`d-input d-input-${display.control}`}>
      <span class="d-input-name">{display.name}</span>
      <Control display={display} set={set} />
    </label>
  );
}

function Control({
  display,
  set,
}: {
  display: Exclude<InputDisplay, { control: "file" }>;
  set(value: InputValue): void;
}) {
  switch (display.control) {
    case "slider":
      return (
        <>
          <input
            type="range"
            min={display.min}
            max={display.max}
            step={display.step}
            value={display.value}
            onInput={(event) => set(event.currentTarget.valueAsNumber)}
          />
          <output>{formatNumber(display.value, decimals(display.step))}</output>
        </>
      );
    case "choice":
      return (
        <select onInput={(event) => set(event.currentTarget.value)} value={display.value}>
          {display.options.map((option) => (
            <option key={option} value={option} selected={option === display.value}>
              {option}
            </option>
          ))}
        </select>
      );
    case "toggle":
      return (
        <input
          type="checkbox"
          checked={display.value}
          onInput={(event) => set(event.currentTarget.checked)}
        />
      );
    case "text":
      return (
        <input
          type="text"
          value={display.value}
          placeholder={display.placeholder}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => set(event.currentTarget.value)}
        />
      );
  }
}

function decimals(step: number): number {
  const text = String(step);
  return text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
}
