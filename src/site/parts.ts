import { element, type Node } from "./tree.ts";

/** Puts each second-level heading and what follows it into a section, so that a browser can lay out one part of a chapter at a time. */
export function inParts() {
  return (tree: Node): void => {
    const children: Node[] = [];
    let part: Node[] | undefined;
    for (const node of tree.children ?? []) {
      if (node.tagName === "h2") {
        part = [];
        const properties = { className: ["part"], dataAnchor: node.properties?.["id"] };
        children.push(element("section", properties, part));
      }
      (part ?? children).push(node);
    }
    tree.children = children;
  };
}
