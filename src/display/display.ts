import { type AddedDisplay, addedToText, readAdded } from "./kinds/added/added.ts";
import { type ArrowsDisplay, arrowsToText, readArrows } from "./kinds/arrows/arrows.ts";
import { type BarsDisplay, barsToText, readBars } from "./kinds/bars/bars.ts";
import { type BoxesDisplay, boxesToText, readBoxes } from "./kinds/boxes/boxes.ts";
import { type FilesDisplay, filesToText, readFiles } from "./kinds/files/files.ts";
import { type GroupDisplay, groupToText, makeGroup, readGroup } from "./kinds/group/group.ts";
import { type HeadsDisplay, headsToText, readHeads } from "./kinds/heads/heads.ts";
import { type InputDisplay, inputToText, readInput } from "./kinds/input/input.ts";
import { isBranded, isTensorLike, readFields } from "./kinds/kind.ts";
import { type LineDisplay, lineToText, readLine } from "./kinds/line/line.ts";
import { type LookupDisplay, lookupToText, readLookup } from "./kinds/lookup/lookup.ts";
import { type MergesDisplay, mergesToText, readMerges } from "./kinds/merges/merges.ts";
import { type NetworkDisplay, networkToText, readNetwork } from "./kinds/network/network.ts";
import { type PiecesDisplay, piecesToText, readPieces } from "./kinds/pieces/pieces.ts";
import { type ProductDisplay, productToText, readProduct } from "./kinds/product/product.ts";
import { readScatter, type ScatterDisplay, scatterToText } from "./kinds/scatter/scatter.ts";
import { readSpread, type SpreadDisplay, spreadToText } from "./kinds/spread/spread.ts";
import { readTable, type TableDisplay, tableToText } from "./kinds/table/table.ts";
import { heatmap, readTensor, type TensorDisplay, tensorToText } from "./kinds/tensor/tensor.ts";
import { readText, showText, type TextDisplay, textToText } from "./kinds/text/text.ts";
import { readTokens, type TokensDisplay, tokensToText } from "./kinds/tokens/tokens.ts";
import { readTree, type TreeDisplay, treeToText } from "./kinds/tree/tree.ts";
import { readValue, showValue, type ValueDisplay, valueToText } from "./kinds/value/value.ts";
import { readWiring, type WiringDisplay, wiringToText } from "./kinds/wiring/wiring.ts";
import { readWritten, type WrittenDisplay, writtenToText } from "./kinds/written/written.ts";

/** What a cell shows: plain data, bounded, without markup. `kind` names the folder that draws it. */
export type Display =
  | ArrowsDisplay
  | AddedDisplay
  | BarsDisplay
  | BoxesDisplay
  | FilesDisplay
  | GroupDisplay
  | HeadsDisplay
  | InputDisplay
  | LineDisplay
  | LookupDisplay
  | MergesDisplay
  | NetworkDisplay
  | PiecesDisplay
  | ProductDisplay
  | ScatterDisplay
  | SpreadDisplay
  | TableDisplay
  | TensorDisplay
  | TextDisplay
  | TokensDisplay
  | TreeDisplay
  | ValueDisplay
  | WiringDisplay
  | WrittenDisplay;

type Kind = Display["kind"];

/** How each kind is read from data that a hostile cell may have made. A new kind adds a line here, below and in views.tsx. */
const readers: { [K in Kind]: (raw: unknown) => Extract<Display, { kind: K }> } = {
  arrows: readArrows,
  added: readAdded,
  bars: readBars,
  boxes: readBoxes,
  files: readFiles,
  group: (raw) => readGroup(raw, readDisplay),
  heads: readHeads,
  input: readInput,
  line: readLine,
  lookup: readLookup,
  merges: readMerges,
  network: readNetwork,
  pieces: readPieces,
  product: readProduct,
  scatter: readScatter,
  spread: readSpread,
  table: readTable,
  tensor: readTensor,
  text: readText,
  tokens: readTokens,
  tree: readTree,
  value: readValue,
  wiring: readWiring,
  written: readWritten,
};

const texts: { [K in Kind]: (display: Extract<Display, { kind: K }>) => string } = {
  arrows: arrowsToText,
  added: addedToText,
  bars: barsToText,
  boxes: boxesToText,
  files: filesToText,
  group: (group) => groupToText(group, toText),
  heads: headsToText,
  input: inputToText,
  line: lineToText,
  lookup: lookupToText,
  merges: mergesToText,
  network: networkToText,
  pieces: piecesToText,
  product: productToText,
  scatter: scatterToText,
  spread: spreadToText,
  table: tableToText,
  tensor: tensorToText,
  text: textToText,
  tokens: tokensToText,
  tree: treeToText,
  value: valueToText,
  wiring: wiringToText,
  written: writtenToText,
};

const isKind = (kind: unknown): kind is Kind =>
  typeof kind === "string" && Object.hasOwn(readers, kind);

/** How deep groups may lie in groups. */
let depth = 0;

/** A display from data of unknown origin: checked and bounded. Throws where it is not one. */
export function readDisplay(raw: unknown): Display {
  const { kind } = readFields(raw, "display");
  if (!isKind(kind)) throw new Error("display: unknown kind");
  if (depth > 4) throw new Error("display: groups lie too deep in each other");
  depth++;
  try {
    return readers[kind](raw);
  } finally {
    depth--;
  }
}

/** A display in plain text: what `node cell.ts` prints. */
export function toText(display: Display): string {
  // The table's type says that each entry takes its own kind; TypeScript cannot follow it through the index.
  return (texts[display.kind] as (display: Display) => string)(display);
}

/** Any value as a display, however strange the value. */
export function describe(value: unknown): Display {
  if (isBranded(value)) return value as Display;
  if (typeof value === "string") return showText(value);
  try {
    if (isTensorLike(value)) return heatmap(value);
    if (Array.isArray(value) && value.length > 0 && value.length <= 24 && value.every(isShown)) {
      return makeGroup("column", value.map(describe));
    }
  } catch {
    // What pretends to be a tensor and is none is shown for what it is.
  }
  return showValue(value);
}

const isShown = (value: unknown): boolean => isBranded(value) || isTensorLike(value);
