import { allocate, recycle } from "./kernels/memory.ts";
import { Storage } from "./kernels/storage.ts";
import { Tensor } from "./tensor.ts";

/** How a tensor came to be: kept for gradients and for explanations. */
export interface Origin {
  op: string;
  inputs: readonly Tensor[];
  /** Adds to the inputs' gradients what they owe to the output's. */
  backward?: (gradient: Storage) => void;
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

/** The gradients of what lies between the leaves and the root of the pass that runs. */
let gradients = new Map<Tensor, Storage>();

/**
 * Where the gradient of a tensor is being summed up. With `add` unset nothing stands there yet: all of its numbers must be written,
 * whatever they were.
 */
export function gradientInto(tensor: Tensor): { into: Storage; add: boolean } {
  const known = isLeaf(tensor) ? tensor.grad?.storage : gradients.get(tensor);
  if (known) return { into: known, add: true };
  const into = room(tensor);
  if (isLeaf(tensor)) tensor.grad = new Tensor(into, tensor.shape);
  else gradients.set(tensor, into);
  return { into, add: false };
}

/** Room for a gradient, which lives as long as what it is the gradient of. */
const room = ({ gradHome, storage, size }: Tensor): Storage =>
  gradHome ?? (storage.passing ? allocate(size) : new Storage(new Float32Array(size)));

/** The gradient of a tensor, to be added to; zeros at first. Take it before other numbers: it may make the memory grow. */
export function gradientOf(tensor: Tensor): Float32Array {
  const { into, add } = gradientInto(tensor);
  return add ? into.array : into.array.fill(0);
}

/**
 * Reverse-mode differentiation: adds to the `grad` of every leaf that `root` came from the derivative of `root` by it. Gradients add up
 * over calls until they are cleared.
 */
export function backward(root: Tensor): void {
  if (root.size !== 1)
    throw new Error(
      `backward: needs a single number to start from, such as a loss; got shape [${root.shape.join(", ")}]`,
    );
  if (!root.requiresGrad)
    throw new Error("backward: nothing that this number came from has requiresGrad set");
  const outer = gradients;
  gradients = new Map();
  try {
    gradientInto(root).into.array.fill(1);
    for (const tensor of sort(root).reverse()) {
      if (isLeaf(tensor)) continue;
      const gradient = gradients.get(tensor);
      if (!gradient) continue;
      gradients.delete(tensor);
      tensor.origin?.backward?.(gradient);
      recycle(gradient);
    }
  } finally {
    gradients = outer;
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
