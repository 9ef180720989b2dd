import { type Lang, words } from "../../words.ts";
import type { ValueDisplay, ValueNode } from "./value.ts";

export function ValueView({ display, lang }: { display: ValueDisplay; lang: Lang }) {
  return (
    <div class="d-value">
      <Node node={display.node} lang={lang} open={size(display.node) <= 40} />
    </div>
  );
}

function Node({
  node,
  name,
  lang,
  open,
}: {
  node: ValueNode;
  name?: string;
  lang: Lang;
  open?: boolean;
}) {
  const label = name === undefined ? null : <span class="d-value-name">{name}: </span>;
  if (!node.children || node.children.length === 0) {
    return (
      <div class="d-value-leaf">
        {label}
        <span class={`d-value-${node.type}`}>{node.text}</span>
      </div>
    );
  }
  return (
    <details open={open}>
      <summary>
        {label}
        <span class="d-value-object">{node.text}</span>
        <span class="d-value-preview"> {preview(node)}</span>
      </summary>
      {node.children.map((child) => (
        <Node key={child.name} node={child.node} name={child.name} lang={lang} />
      ))}
      {node.more ? <div class="d-more">{words(lang).more(node.more)}</div> : null}
    </details>
  );
}

function preview(node: ValueNode): string {
  const parts = (node.children ?? [])
    .slice(0, 8)
    .map((child) => (child.node.children ? "…" : child.node.text));
  const text = parts.join(", ");
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const size = (node: ValueNode): number =>
  1 + (node.children ?? []).reduce((sum, child) => sum + size(child.node), 0);
