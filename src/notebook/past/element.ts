/** An element with what is in it. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

export function button(label: string, act: () => unknown): HTMLButtonElement {
  const made = element("button", label);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
