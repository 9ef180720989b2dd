type Tag = keyof HTMLElementTagNameMap;

/** An element by its name, or by its name and classes, `p.note`, with what is in it. */
export function element<K extends Tag>(
  name: K | `${K}.${string}`,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const [tag, ...classes] = name.split(".");
  const made = document.createElement(tag as K);
  if (classes.length > 0) made.className = classes.join(" ");
  made.append(...content);
  return made;
}

/** A button that does something. */
export function button(label: string, act: () => unknown): HTMLButtonElement {
  const made = element("button", label);
  made.type = "button";
  made.addEventListener("click", () => void act());
  return made;
}
