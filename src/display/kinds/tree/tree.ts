import {
  brand,
  cut,
  limits,
  readArray,
  readFields,
  readNumber,
  readOptionalString,
  readString,
} from "../kind.ts";
import { chance, pathOf, textOf } from "./reading.ts";

/** Continuations of a text, each token with the chance that it follows what leads to it. */
export interface TreeDisplay {
  kind: "tree";
  title?: string;
  root: Branch;
  /** How many branches are left out. */
  more?: number;
}

export interface Branch {
  /** What is added to the text here; at the root, the text that is continued. */
  token: string;
  /** How likely the token is after what leads to it, from 0 to 1. The root has none. */
  probability?: number;
  /** `chosen` is brought out, `dropped` steps back. */
  mark?: Mark;
  children: Branch[];
}

export type Mark = "chosen" | "dropped";

/** A branch as a cell gives it. */
export interface BranchParts {
  token: string;
  probability?: number;
  mark?: Mark | undefined;
  children?: readonly BranchParts[];
}

export interface TreeOptions {
  title?: string;
}

/** No tree is larger: more could not be read. */
export const most = { branches: 160, leaves: 48, depth: 12 };

const marks: readonly Mark[] = ["chosen", "dropped"];

/**
 * A tree of continuations: each branch `{ token, probability, children }`, the root being the text that is continued.
 * A `mark` of "chosen" or "dropped" brings a branch out or lets it step back. What is more than can be drawn is left out, and said.
 * Throws where a probability is not between 0 and 1.
 */
export function tree(root: BranchParts, { title }: TreeOptions = {}): TreeDisplay {
  return brand(grow(root, title === undefined ? undefined : cut(String(title), limits.label)));
}

function grow(root: BranchParts, title: string | undefined, known = 0): TreeDisplay {
  const budget: Budget = { branches: most.branches, leaves: most.leaves, left: known };
  const branch = take(root, budget, 0);
  return {
    kind: "tree",
    ...(title === undefined ? {} : { title }),
    root: branch,
    ...(budget.left > 0 ? { more: budget.left } : {}),
  };
}

interface Budget {
  branches: number;
  leaves: number;
  left: number;
}

function take(parts: BranchParts, budget: Budget, depth: number): Branch {
  const { probability, mark } = parts;
  if (probability !== undefined && !(probability >= 0 && probability <= 1.000001))
    throw new Error(
      `tree: the probability of ${JSON.stringify(cut(String(parts.token), 20))} must lie between 0 and 1, got ${probability}`,
    );
  budget.branches--;
  const children: Branch[] = [];
  for (const child of parts.children ?? []) {
    // The first child goes on its parent's row; each other one opens a row of its own.
    const row = children.length > 0 ? 1 : 0;
    if (budget.branches < 1 || budget.leaves - row < 1 || depth >= most.depth) {
      budget.left += 1;
      continue;
    }
    budget.leaves -= row;
    children.push(take(child, budget, depth + 1));
  }
  return {
    token: cut(String(parts.token), limits.label),
    ...(probability === undefined ? {} : { probability: Math.min(1, probability) }),
    ...(mark === undefined ? {} : { mark }),
    children,
  };
}

export function readTree(raw: unknown): TreeDisplay {
  const { title, root, more } = readFields(raw, "tree");
  let branches = most.branches;
  const read = (raw: unknown, what: string, depth: number): BranchParts => {
    const { token, probability, mark, children } = readFields(raw, what);
    const known = marks.find((one) => one === mark);
    branches--;
    const room = depth < most.depth ? Math.max(0, branches) : 0;
    return {
      token: readString(token, what, limits.label),
      ...(probability === undefined ? {} : { probability: readNumber(probability, what) }),
      ...(known === undefined ? {} : { mark: known }),
      children: readArray(children, what, room, (one, at) => read(one, at, depth + 1)),
    };
  };
  const left = typeof more === "number" && more > 0 && Number.isSafeInteger(more) ? more : 0;
  return grow(read(root, "tree", 0), readOptionalString(title, "tree: title", limits.label), left);
}

export function treeToText({ title, root, more }: TreeDisplay): string {
  const lines: string[] = [];
  const walk = (branch: Branch, above: Branch[], indent: string): void => {
    const path = [...above, branch];
    const { token, probability, mark } = branch;
    const said = [
      JSON.stringify(token),
      probability === undefined ? "" : chance(probability),
      path.length > 2 ? `(${JSON.stringify(textOf(path))} ${chance(pathOf(path))})` : "",
      mark ?? "",
    ];
    lines.push(indent + said.filter(Boolean).join(" "));
    for (const child of branch.children) walk(child, path, `${indent}  `);
  };
  walk(root, [], "");
  return [
    ...(title === undefined ? [] : [title]),
    ...lines,
    ...(more ? [`… ${more} more`] : []),
  ].join("\n");
}
