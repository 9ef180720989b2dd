interface Node {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

/** Puts each second-level heading and what follows it into a section, so that a browser can lay out one part of a chapter at a time. */
export function inParts() {
  return (tree: Node): void => {
    const children: Node[] = [];
    let part: Node[] | undefined;
    for (const node of tree.children ?? []) {
      if (node.tagName === "h2") {
        part = [];
        const properties = { className: ["part"], dataAnchor: node.properties?.["id"] };
        children.push({ type: "element", tagName: "section", properties, children: part });
      }
      (part ?? children).push(node);
    }
    tree.children = children;
  };
}
