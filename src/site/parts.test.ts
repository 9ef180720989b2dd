import { describe, expect, it } from "vitest";
import { inParts } from "./parts.ts";

const element = (tagName: string, id?: string) => ({
  type: "element",
  tagName,
  properties: { id },
});

describe("parts of a chapter", () => {
  it("hold a heading and what follows, in order, and know the heading's anchor", () => {
    const opening = element("p");
    const [first, text, sub, second] = [
      element("h2", "a"),
      element("p"),
      element("h3", "b"),
      element("h2", "c"),
    ];
    const tree = { type: "root", children: [opening, first, text, sub, second] };
    inParts()(tree);
    expect(tree.children).toEqual([
      opening,
      {
        type: "element",
        tagName: "section",
        properties: { className: ["part"], dataAnchor: "a" },
        children: [first, text, sub],
      },
      {
        type: "element",
        tagName: "section",
        properties: { className: ["part"], dataAnchor: "c" },
        children: [second],
      },
    ]);
  });
});
