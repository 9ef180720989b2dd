import type { JSONOutput } from "typedoc";

/** A piece of code: text, or a name of the package with TypeDoc's number of what it names. */
export type Piece = string | { text: string; target: number };

type Signature = JSONOutput.SignatureReflection;
type Members = JSONOutput.DeclarationReflection;

/** A type as TypeScript writes it. @throws for one that the package had no need of yet */
export function typeCode(type: JSONOutput.SomeType | undefined): Piece[] {
  if (!type) return ["void"];
  switch (type.type) {
    case "intrinsic":
      return [type.name];
    case "literal":
      return [JSON.stringify(type.value)];
    case "array":
      return [...inList(type.elementType), "[]"];
    case "typeOperator":
      return [`${type.operator} `, ...typeCode(type.target)];
    case "union":
      return joined(type.types.map(grouped), " | ");
    case "intersection":
      return joined(type.types.map(grouped), " & ");
    case "tuple":
      return ["[", ...joined((type.elements ?? []).map(typeCode), ", "), "]"];
    case "namedTupleMember":
      return [`${type.name}: `, ...typeCode(type.element)];
    case "reference": {
      const name: Piece =
        typeof type.target === "number" ? { text: type.name, target: type.target } : type.name;
      // Every typed array has the same one.
      const parts = type.name.endsWith("Array") ? [] : (type.typeArguments ?? []);
      return parts.length === 0 ? [name] : [name, "<", ...joined(parts.map(typeCode), ", "), ">"];
    }
    case "reflection":
      return objectCode(type.declaration);
    default:
      throw new Error(`the reference cannot write a type of the kind ${type.type} yet`);
  }
}

/** What a function takes and gives: `(x: Tensor, dim?: number): Tensor`. */
export const signatureCode = (signature: Signature, arrow = ": "): Piece[] => [
  ...typeParameters(signature.typeParameters),
  "(",
  ...joined((signature.parameters ?? []).map(parameterCode), ", "),
  ")",
  arrow,
  ...typeCode(signature.type),
];

export const typeParameters = (
  parameters: readonly JSONOutput.TypeParameterReflection[] | undefined,
): Piece[] =>
  parameters?.length
    ? [
        "<",
        ...joined(
          parameters.map(({ name, type }) =>
            type ? [`${name} extends `, ...typeCode(type)] : [name],
          ),
          ", ",
        ),
        ">",
      ]
    : [];

/** A parameter that is taken apart at once has no name of its own. */
export const parameterName = ({ name }: { name: string }): string =>
  name.startsWith("__") ? "options" : name;

function parameterCode(parameter: JSONOutput.ParameterReflection): Piece[] {
  const { flags, defaultValue, type } = parameter;
  const optional = flags.isOptional || defaultValue !== undefined ? "?" : "";
  const name = parameterName(parameter);
  return [`${flags.isRest ? "..." : ""}${name}${optional}: `, ...typeCode(type)];
}

function objectCode({ signatures, children, indexSignatures }: Members): Piece[] {
  const [only] = signatures ?? [];
  if (only && !children) return signatureCode(only, " => ");
  const fields = (children ?? []).map((child): Piece[] => {
    const [method] = child.signatures ?? [];
    if (method) return [child.name, ...signatureCode(method)];
    return [
      `${fieldName(child.name)}${child.flags.isOptional ? "?" : ""}: `,
      ...typeCode(child.type),
    ];
  });
  const indexed = (indexSignatures ?? []).map((one): Piece[] => [
    "[",
    ...joined((one.parameters ?? []).map(parameterCode), ", "),
    "]: ",
    ...typeCode(one.type),
  ]);
  const all = [...fields, ...indexed];
  return all.length === 0 ? ["{}"] : ["{ ", ...joined(all, "; "), " }"];
}

/** With quotes where it is no word. */
export const fieldName = (name: string): string =>
  /^[\p{L}_$][\w$]*$/u.test(name) ? name : JSON.stringify(name);

/** With parentheses where TypeScript needs them: before `[]`, and between `|`. */
const inList = (type: JSONOutput.SomeType): Piece[] =>
  type.type === "union" || type.type === "typeOperator"
    ? ["(", ...typeCode(type), ")"]
    : grouped(type);

const grouped = (type: JSONOutput.SomeType): Piece[] =>
  type.type === "reflection" && type.declaration.signatures
    ? ["(", ...typeCode(type), ")"]
    : typeCode(type);

const joined = (lists: Piece[][], between: string): Piece[] =>
  lists.flatMap((list, i) => (i === 0 ? list : [between, ...list]));
