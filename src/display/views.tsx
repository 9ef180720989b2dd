import { nameOf } from "../notebook/ids.ts";
import type { CellError, CellResult, ModuleId } from "../notebook/types.ts";
import type { Display } from "./display.ts";
import { AddedView } from "./kinds/added/View.tsx";
import { ArrowsView } from "./kinds/arrows/View.tsx";
import { BarsView } from "./kinds/bars/View.tsx";
import { BoxesView } from "./kinds/boxes/View.tsx";
import { FilesView } from "./kinds/files/View.tsx";
import { HeadsView } from "./kinds/heads/View.tsx";
import { type InputValue, withValue } from "./kinds/input/input.ts";
import { InputView } from "./kinds/input/View.tsx";
import { LineView } from "./kinds/line/View.tsx";
import { LookupView } from "./kinds/lookup/View.tsx";
import { MergesView } from "./kinds/merges/View.tsx";
import { NetworkView } from "./kinds/network/View.tsx";
import { PiecesView } from "./kinds/pieces/View.tsx";
import { ProductView } from "./kinds/product/View.tsx";
import { ScatterView } from "./kinds/scatter/View.tsx";
import { SpreadView } from "./kinds/spread/View.tsx";
import { TableView } from "./kinds/table/View.tsx";
import { TensorView } from "./kinds/tensor/View.tsx";
import { TextView } from "./kinds/text/View.tsx";
import { TokensView } from "./kinds/tokens/View.tsx";
import { TreeView } from "./kinds/tree/View.tsx";
import { ValueView } from "./kinds/value/View.tsx";
import { WiringView } from "./kinds/wiring/View.tsx";
import { WrittenView } from "./kinds/written/View.tsx";
import { type Lang, words } from "./words.ts";

/** What a reader can do in a view; absent at build time. */
export interface Actions {
  /** Moves a control; undefined moves it to where its cell has it at first. */
  input(name: string, value: InputValue | undefined): void;
  follow(module: ModuleId, line?: number): void;
}

export interface Context {
  lang: Lang;
  actions?: Actions | undefined;
  /** Where the page's controls stand now: a control shows this rather than the value that its last run had. */
  inputs?: Readonly<Record<string, InputValue>> | undefined;
}

/** Draws a display of any kind, at build time and in the page alike. */
export function DisplayView({ display, ...context }: { display: Display } & Context) {
  switch (display.kind) {
    case "arrows":
      return <ArrowsView display={display} lang={context.lang} />;
    case "added":
      return <AddedView display={display} lang={context.lang} />;
    case "bars":
      return <BarsView display={display} />;
    case "boxes":
      return <BoxesView display={display} lang={context.lang} />;
    case "files":
      return <FilesView display={display} lang={context.lang} />;
    case "group":
      return (
        <div class={`d-group d-group-${display.direction}`}>
          {display.items.map((item, i) => (
            <div key={`${i}:${item.kind}`}>
              <DisplayView display={item} {...context} />
            </div>
          ))}
        </div>
      );
    case "heads":
      return <HeadsView display={display} lang={context.lang} />;
    case "input":
      return (
        <InputView
          display={withValue(display, context.inputs?.[display.name] ?? display.initial)}
          actions={context.actions}
          lang={context.lang}
        />
      );
    case "line":
      return <LineView display={display} lang={context.lang} />;
    case "lookup":
      return <LookupView display={display} lang={context.lang} />;
    case "merges":
      return <MergesView display={display} lang={context.lang} />;
    case "network":
      return <NetworkView display={display} lang={context.lang} />;
    case "pieces":
      return <PiecesView display={display} lang={context.lang} />;
    case "product":
      return <ProductView display={display} lang={context.lang} />;
    case "scatter":
      return <ScatterView display={display} lang={context.lang} />;
    case "spread":
      return <SpreadView display={display} lang={context.lang} />;
    case "table":
      return <TableView display={display} lang={context.lang} />;
    case "tensor":
      return <TensorView display={display} lang={context.lang} />;
    case "text":
      return <TextView display={display} />;
    case "tokens":
      return <TokensView display={display} lang={context.lang} />;
    case "tree":
      return <TreeView display={display} lang={context.lang} />;
    case "value":
      return <ValueView display={display} lang={context.lang} />;
    case "wiring":
      return <WiringView display={display} lang={context.lang} />;
    case "written":
      return (
        <WrittenView
          display={display}
          lang={context.lang}
          actions={context.actions}
          branch={context.inputs?.[display.name]}
        />
      );
  }
}

/** Draws all that a run of a cell gave: what it showed, what it logged, what went wrong, what the check said. */
export function ResultView({ result, ...context }: { result: CellResult } & Context) {
  const { outputs, log, error, verdict } = result;
  const { lang } = context;
  return (
    <div class="result">
      {outputs.map(({ key, display }, i) => (
        <div key={`${key ?? i}:${display.kind}`} class={`output output-${display.kind}`}>
          <DisplayView display={display} {...context} />
        </div>
      ))}
      {log.length > 0 ? (
        <div class="result-log" role="log" aria-label={words(lang).console}>
          {log.map(({ level, text }, i) => (
            <div key={i} class={`log-${level}`}>
              {text}
            </div>
          ))}
        </div>
      ) : null}
      {verdict ? (
        <p class={verdict.solved ? "verdict verdict-solved" : "verdict"}>
          <strong>{verdict.solved ? words(lang).solved : words(lang).notYet}</strong>{" "}
          {verdict.solved ? null : verdict.finding[lang]}
        </p>
      ) : null}
      {error ? <ErrorView error={error} {...context} /> : null}
    </div>
  );
}

function ErrorView({ error, lang, actions }: { error: CellError } & Context) {
  const { name, message, module, line } = error;
  const place =
    module === undefined || line === undefined
      ? undefined
      : words(lang).lineOf(line, nameOf(module));
  return (
    <div class="result-error" role="alert">
      <strong>{name}</strong>: <span>{message}</span>
      {place === undefined || module === undefined ? null : (
        <button type="button" class="result-place" onClick={() => actions?.follow(module, line)}>
          {place}
        </button>
      )}
    </div>
  );
}
