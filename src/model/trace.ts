import type { Trace, TraceNode } from "./explain.ts";
import type { Tensor } from "./tensor.ts";

const most = { nodes: 200, numbers: 20_000 };

/**
 * How a tensor was computed, as plain data: what `explain` reads. Undefined for a tensor too large to tell; what lies further back than
 * the bounds allow is cut off and stands as given.
 */
export function trace(root: Tensor): Trace | undefined {
  const kept = within(root);
  if (!kept) return undefined;
  const nodes: TraceNode[] = [];
  const indices = new Map<Tensor, number>();
  const visit = (tensor: Tensor): number => {
    const known = indices.get(tensor);
    if (known !== undefined) return known;
    const { origin } = tensor;
    const whole = origin?.inputs.every((input) => kept.has(input)) ?? false;
    const inputs = whole ? (origin?.inputs ?? []).map(visit) : [];
    nodes.push({
      op: whole && origin ? origin.op : "given",
      shape: [...tensor.shape],
      data: tensor.data.slice(),
      inputs,
      ...(tensor.name === undefined ? {} : { name: tensor.name }),
      ...(whole && origin?.attributes ? { attributes: origin.attributes } : {}),
    });
    indices.set(tensor, nodes.length - 1);
    return nodes.length - 1;
  };
  visit(root);
  return { nodes };
}

/** The tensors nearest to the root that fit the bounds. */
function within(root: Tensor): Set<Tensor> | undefined {
  let numbers = root.size;
  if (numbers > most.numbers) return undefined;
  const kept = new Set<Tensor>([root]);
  const queue = [root];
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const input of next.origin?.inputs ?? []) {
      if (kept.has(input)) continue;
      if (kept.size >= most.nodes || numbers + input.size > most.numbers) continue;
      numbers += input.size;
      kept.add(input);
      queue.push(input);
    }
  }
  return kept;
}
