import type { JSONOutput } from "typedoc";
import { families } from "./families.ts";
import {
  fieldName,
  type Piece,
  parameterName,
  signatureCode,
  typeCode,
  typeParameters,
} from "./types.ts";

/** A thing that the package exports, or a member of one. */
export interface Entry {
  /** Where it stands on its page: `GPT` or `GPT.forward`. */
  anchor: string;
  name: string;
  kind: "class" | "interface" | "type" | "function" | "constant" | "member";
  /** Its declaration; more than one where a function is overloaded. */
  code: Piece[][];
  /** Markdown. */
  about: string;
  parameters: { name: string; about: string }[];
  returns: string;
  /** When it throws. */
  throws: string[];
  members: Entry[];
}

export interface Family {
  slug: string;
  title: string;
  about: string;
  entries: Entry[];
}

export interface Reference {
  families: Family[];
  /** Family and anchor by TypeDoc's number. */
  places: ReadonlyMap<number, { family: string; anchor: string }>;
}

type Declaration = JSONOutput.DeclarationReflection;

/** TypeDoc's numbers for kinds. */
const kind = {
  namespace: 4,
  variable: 32,
  function: 64,
  class: 128,
  interface: 256,
  type: 2097152,
};

/** The package's exports, each with the family of the file that it stands in. @throws when a file is of none */
export function referenceOf(project: JSONOutput.ProjectReflection): Reference {
  const all: Family[] = families.map(({ slug, title, about }) => ({
    ...{ slug, title, about },
    entries: [],
  }));
  const places = new Map<number, { family: string; anchor: string }>();
  for (const declaration of flattened(project.children ?? [])) {
    const file = declaration.sources?.[0]?.fileName ?? "";
    const place = families.findIndex(({ from }) => from.test(file));
    const family = all[place];
    if (!family)
      throw new Error(
        `the reference has no page for ${declaration.name} of ${file}: see families.ts`,
      );
    family.entries.push(entryOf(declaration, declaration.name));
    places.set(declaration.id, { family: family.slug, anchor: declaration.name });
  }
  for (const { entries } of all)
    entries.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return { families: all, places };
}

/** What is called comes before what it is told; each in the order of the sources. */
const order: Entry["kind"][] = ["class", "function", "constant", "interface", "type"];

/** `schedules.cosine` stands beside the others. */
const flattened = (declarations: readonly Declaration[]): Declaration[] =>
  declarations.flatMap((one) =>
    one.kind === kind.namespace
      ? (one.children ?? []).map((child) => ({ ...child, name: `${one.name}.${child.name}` }))
      : [one],
  );

function entryOf(declaration: Declaration, anchor: string): Entry {
  const { name } = declaration;
  const signatures = declaration.signatures ?? functionsOf(declaration);
  const comment = declaration.comment ?? signatures[0]?.comment;
  const parameters = signatures.flatMap((signature) => signature.parameters ?? []);
  const members = (declaration.children ?? []).filter((child) => isShown(child, declaration));
  return {
    anchor,
    name,
    kind: kindOf(declaration, signatures.length > 0),
    code: codeOf(declaration, signatures),
    about: text(comment?.summary),
    parameters: parameters
      .filter(({ comment }) => comment)
      .map((one) => ({ name: parameterName(one), about: text(one.comment?.summary) })),
    returns: tags(comment, "@returns").join(" "),
    throws: tags(comment, "@throws"),
    members: members.map((member) => memberOf(member, anchor)),
  };
}

/** What a class inherits stands with the class that it is from; of an interface all fields stand together. */
const isShown = (child: Declaration, { kind: its }: Declaration): boolean =>
  !child.name.startsWith("[") &&
  !(child.inheritedFrom && its === kind.class) &&
  // Fields that keep two shapes of options apart.
  !(child.type?.type === "intrinsic" && child.type.name === "undefined");

function memberOf(member: Declaration, owner: string): Entry {
  const { getSignature } = member;
  const { type, comment } = getSignature ?? member;
  return { ...entryOf({ ...member, type, comment }, `${owner}.${member.name}`), kind: "member" };
}

/** A constant that is a function reads as one. */
function functionsOf({ kind: its, type }: Declaration): JSONOutput.SignatureReflection[] {
  if (its !== kind.variable || type?.type !== "reflection") return [];
  return type.declaration.signatures ?? [];
}

function kindOf(declaration: Declaration, callable: boolean): Entry["kind"] {
  if (declaration.kind === kind.class) return "class";
  if (declaration.kind === kind.interface) return "interface";
  if (callable || declaration.kind === kind.function) return "function";
  return declaration.kind === kind.variable ? "constant" : "type";
}

function codeOf(
  declaration: Declaration,
  signatures: readonly JSONOutput.SignatureReflection[],
): Piece[][] {
  const { name, flags, type } = declaration;
  if (declaration.kind === kind.class || declaration.kind === kind.interface) {
    // What is not exported is no name that a reader could look up; its fields are listed anyway.
    const heritage = (declaration.extendedTypes ?? []).filter(isKnown).map(typeCode);
    const word = declaration.kind === kind.class ? "class" : "interface";
    return [
      [
        `${word} ${name}`,
        ...typeParameters(declaration.typeParameters),
        ...heritage.flatMap((one): Piece[] => [" extends ", ...one]),
      ],
    ];
  }
  if (name === "constructor")
    return signatures.map((one) => [`new ${one.name}`, ...signatureCode(one, " → ").slice(0, -2)]);
  if (signatures.length > 0)
    return signatures.map((one) => [
      `${flags.isStatic ? "static " : ""}${name}`,
      ...signatureCode(one),
    ]);
  if (declaration.kind === kind.type) return [[`type ${name} = `, ...typeCode(type)]];
  const before = `${flags.isStatic ? "static " : ""}${flags.isReadonly ? "readonly " : ""}`;
  return [[`${before}${fieldName(name)}${flags.isOptional ? "?" : ""}: `, ...typeCode(type)]];
}

const isKnown = (type: JSONOutput.SomeType): boolean =>
  type.type !== "reference" || typeof type.target === "number" || type.package === "typescript";

const text = (parts: readonly JSONOutput.CommentDisplayPart[] | undefined): string =>
  (parts ?? [])
    .map(({ text }) => text)
    .join("")
    .trim();

const tags = (comment: JSONOutput.Comment | undefined, tag: string): string[] =>
  (comment?.blockTags ?? []).filter((one) => one.tag === tag).map(({ content }) => text(content));
