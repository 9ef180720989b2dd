/** A node of a page's tree, as rehype has it: an element, a text, or a component of MDX. */
export interface Node {
  type: string;
  tagName?: string;
  /** The component's, where the node is one. */
  name?: string | null;
  value?: string;
  properties?: Record<string, unknown>;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: Node[];
}

export const element = (
  tagName: string,
  properties: Record<string, unknown>,
  children: Node[],
): Node => ({ type: "element", tagName, properties, children });

export function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const child of node.children ?? []) visit(child, see);
}

export const textOf = (node: Node): string =>
  node.value ?? (node.children ?? []).map(textOf).join("");
