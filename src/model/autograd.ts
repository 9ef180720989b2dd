import type { Tensor } from "./tensor.ts";

/** How a tensor came to be: kept for gradients and for explanations. */
export interface Origin {
  op: string;
  inputs: readonly Tensor[];
  /** Adds to the inputs' gradients what they owe to the output's. */
  backward?: (gradient: Float32Array) => void;
  attributes?: Readonly<Record<string, unknown>>;
}

let recording = true;

export const isRecording = (): boolean => recording;

/** Runs `compute` without keeping how its tensors came to be: no gradients, no explanations, less memory. */
export function noGrad<T>(compute: () => T): T {
  const before = recording;
  recording = false;
  try {
    return compute();
  } finally {
    recording = before;
  }
}

const gradients = new WeakMap<Tensor, Float32Array>();

/** The gradient of a tensor that a backward pass is filling; made of zeros at its first use. */
export function gradientOf(tensor: Tensor): Float32Array {
  let gradient = gradients.get(tensor);
  if (!gradient) {
    gradient = new Float32Array(tensor.data.length);
    gradients.set(tensor, gradient);
  }
  return gradient;
}

/**
 * Reverse-mode differentiation: adds to the `grad` of every leaf that `root` came from the derivative of `root` by it. Gradients add up
 * over calls until they are cleared.
 */
export function backward(root: Tensor): void {
  if (root.data.length !== 1)
    throw new Error(
      `backward: needs a single number to start from, such as a loss; got shape [${root.shape.join(", ")}]`,
    );
  if (!root.requiresGrad)
    throw new Error("backward: nothing that this number came from has requiresGrad set");
  const sorted = sort(root);
  gradientOf(root)[0] = 1;
  for (const tensor of sorted.reverse()) {
    const gradient = gradients.get(tensor);
    if (!gradient) continue;
    gradients.delete(tensor);
    if (isLeaf(tensor)) tensor.addGrad(gradient);
    else tensor.origin?.backward?.(gradient);
  }
}

/** Whether gradients end here: what was given, or computed from what needs none (`randn(…).mul(0.1).requireGrad()`). */
const isLeaf = ({ origin }: Tensor): boolean =>
  !origin?.backward || !origin.inputs.some((input) => input.requiresGrad);

/** All that `root` came from and that needs a gradient, inputs before outputs. Not recursive: chains may be long. */
function sort(root: Tensor): Tensor[] {
  const sorted: Tensor[] = [];
  const seen = new Set<Tensor>([root]);
  const path: { tensor: Tensor; next: number }[] = [{ tensor: root, next: 0 }];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const input = top.tensor.origin?.inputs[top.next++];
    if (!input) {
      sorted.push(top.tensor);
      path.pop();
    } else if (input.requiresGrad && !seen.has(input)) {
      seen.add(input);
      path.push({ tensor: input, next: 0 });
    }
  }
  return sorted;
}
