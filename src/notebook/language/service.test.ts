import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { project } from "../book.ts";
import { declarations } from "./declarations.ts";
import { pathOf } from "./files.ts";
import { type Answer, type Asked, type Question, questions } from "./questions.ts";
import { createService, type Service } from "./service.ts";

const book = Object.fromEntries(
  globSync("*/{cells,exercises/*}/*.ts", { cwd: join(project, "chapters") })
    .filter((id) => !/\.test\.ts$|\/check\.ts$/.test(id))
    .map((id) => [id, readFileSync(join(project, "chapters", id), "utf8")]),
);

const id = "x/cells/mine.ts";
let service: Service;

beforeAll(() => {
  service = createService(declarations());
});

/** Asks of a cell's text with a `|` in it: that is where. */
function ask<Q extends Question>(
  question: Q,
  text: string,
  more: Record<string, string> = {},
): Answer<Q> {
  const at = text.indexOf("|");
  service.update({ ...more, [id]: text.replace("|", "") });
  const asked = [id, at] as unknown as Asked<Q>;
  // Each question has its own arguments; the type of the answer is kept.
  return (questions[question] as (...asked: unknown[]) => Answer<Q>)(service, ...asked);
}

const faultsOf = (text: string, more?: Record<string, string>) =>
  ask("diagnose", text, more).faults.map(({ from, to, severity, message }) => ({
    ...{ severity, message, text: text.slice(from, to) },
  }));
const messages = (text: string, more?: Record<string, string>) =>
  faultsOf(text, more)
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => message);

const tensors = `import { matmul, tensor } from "@humpty/model";
export const scores = matmul(tensor([[1]]), tensor([[2]]));
`;

describe("faults", () => {
  it("are none in the book", () => {
    service.update(book);
    const found = Object.keys(book).flatMap((one) =>
      questions
        .diagnose(service, one)
        .faults.filter(({ severity }) => severity === "error")
        .map(({ message }) => `${one}: ${message}`),
    );
    expect(found).toEqual([]);
  });

  it("say what is wrong where", () => {
    expect(faultsOf('export const n: number = "one";')).toEqual([
      {
        severity: "error",
        message: "Type 'string' is not assignable to type 'number'.",
        text: "n",
      },
    ]);
    expect(messages(`${tensors}export const shape: string = scores.shape;`)).toEqual([
      "Type 'Shape' is not assignable to type 'string'.",
    ]);
    expect(messages("export const first: number = [1, 2][0];")).toEqual([
      "Type 'number | undefined' is not assignable to type 'number'.\nType 'undefined' is not assignable to type 'number'.",
    ]);
  });

  it("of grammar stand alone: types are guesses then", () => {
    expect(messages("export const n: string = (1 + ;")).toEqual(["Expression expected."]);
  });

  it("are known for what the page cannot run", () => {
    expect(messages("export enum Color { red }")).toHaveLength(1);
  });

  it("are only hints for what is not used", () => {
    const [hint] = faultsOf("const n = 1;");
    expect(hint).toMatchObject({ severity: "hint", text: "n" });
  });

  it("know what a cell finds without import, and what it does not", () => {
    expect(
      messages(
        `console.log(performance.now(), new TextEncoder().encode("a"), structuredClone([1]));
        setTimeout(() => undefined, 10); export default Math.max(1, 2);`,
      ),
    ).toEqual([]);
    expect(messages('document.write(""); fetch("/"); process.exit();')).toEqual(
      ["document", "fetch", "process"].map((name) => `Cannot find name '${name}'.`),
    );
    expect(
      messages('import { readFileSync } from "node:fs"; export default readFileSync;'),
    ).toEqual([expect.stringContaining('there is no package "node:fs" here')]);
  });

  it("of imports have the words of the run", () => {
    const other = { "x/cells/other.ts": "export const one = 1;" };
    expect(messages('import { one } from "./othr.ts"; one;', other)).toEqual([
      'there is no cell "./othr.ts"; did you mean "./other.ts"?',
    ]);
    expect(messages('import { two } from "./other.ts"; two;', other)).toEqual([
      '"./other.ts" has no export named two: it exports one',
    ]);
    expect(messages('import one from "./other.ts"; one;', other)).toEqual([
      '"./other.ts" has no default export',
    ]);
    expect(ask("diagnose", 'await import("../../y/cells/far.ts");').missing).toEqual([
      "y/cells/far.ts",
    ]);
  });

  it("follow an edit of an earlier cell", () => {
    const text = 'import { one } from "./other.ts";\nexport const n: number = one;';
    expect(messages(text, { "x/cells/other.ts": "export const one = 1;" })).toEqual([]);
    expect(messages(text, { "x/cells/other.ts": 'export const one = "1";' })).toHaveLength(1);
    expect(messages(text, { "x/cells/other.ts": "export const one = 1;" })).toEqual([]);
  });
});

describe("hover", () => {
  it("gives the type and the docstring", () => {
    const found = ask("hover", tensors.replace("= matmul", "= mat|mul"));
    expect(found?.parts.map(({ text }) => text).join("")).toContain(
      "matmul(a: Tensor, b: Tensor): Tensor",
    );
    expect(found?.about).toMatch(/^Matrix product/);
    expect(ask("hover", "Math.ma|x(1, 2);")?.about).toContain("larger");
  });

  it("tells which cell a variable comes from, and of which none", () => {
    service.update({ "x/cells/tensors.ts": tensors });
    const text = 'import { scores as s } from "./tensors.ts";\nexport default s';
    expect(ask("hover", `${text}|;`)?.origin).toEqual({
      module: "x/cells/tensors.ts",
      name: "scores",
    });
    expect(ask("hover", "export const f = (x: number) => x|;")?.origin).toBeUndefined();
    expect(ask("hover", "   | const n = 1;")).toBeUndefined();
  });
});

describe("completion", () => {
  const names = (text: string) => ask("complete", text)?.suggestions.map(({ name }) => name) ?? [];

  it("knows what a value has", () => {
    expect(names(`${tensors}scores.|`)).toEqual(expect.arrayContaining(["shape", "grad"]));
    expect(names(`${tensors}scores.sh|`)).not.toContain("GPT");
  });

  it("brings the import of a package's name along", () => {
    const text = `${tensors}layerN|`;
    const found = ask("complete", text)?.suggestions.find(({ name }) => name === "layerNorm");
    expect(found?.source).toBe("@humpty/model");
    const details = questions.details(service, id, text.length - 1, "layerNorm", found?.data);
    expect(details?.about).toMatch(/\w/);
    expect(details?.changes).toMatchObject([{ insert: "layerNorm, " }]);
  });

  it("brings that of another cell's name, but not of one that uses this cell", () => {
    service.update({
      "x/cells/earlier.ts": "export const earliest = 1;",
      "x/cells/later.ts": 'import { mine } from "./mine.ts";\nexport const latest = mine;',
    });
    const found = (text: string, wanted: string) =>
      ask("complete", text)?.suggestions.find(({ name }) => name === wanted);
    const text = "export const mine = 1;\nearl";
    const earliest = found(`${text}|`, "earliest");
    expect(earliest?.source).toBe("./earlier.ts");
    const details = questions.details(service, id, text.length, "earliest", earliest?.data);
    expect(details?.changes).toMatchObject([
      { insert: 'import { earliest } from "./earlier.ts";\n\n' },
    ]);
    expect(found("export const mine = 1;\nlate|", "latest")).toBeUndefined();
  });

  it("knows the cells beside this one", () => {
    service.update({ "x/cells/earlier.ts": "export const earliest = 1;" });
    expect(names('import {} from "./|"')).toContain("earlier.ts");
  });

  it("is silent in a comment", () => {
    expect(ask("complete", "// sca|")).toBeUndefined();
  });
});

describe("a service that begins with one cell", () => {
  const text = 'import { two } from "./two.ts";\nconst wrong: string = two;\nMath.max(thr, lay);';
  const offered = (one: Service, before: string) =>
    questions.complete(one, id, text.indexOf(before))?.suggestions.map(({ name }) => name);
  const begun = () => {
    const one = createService(declarations(), id);
    one.update({
      [id]: text,
      "x/cells/two.ts": "export const two = 2;",
      "x/cells/three.ts": "export const three = 3;",
      "y/cells/four.ts": "export const four = 4;",
    });
    expect(questions.diagnose(one, id).faults.map(({ code }) => code)).toContain(2322);
    const reads = (other: string) =>
      one.typescript.getProgram()?.getSourceFile(pathOf(`${other}.ts`)) !== undefined;
    return { one, reads };
  };

  it("reads it with what it imports, then its folder and the packages, then everything", () => {
    const { one, reads } = begun();
    const read = () => ["x/cells/two", "x/cells/three", "y/cells/four"].map(reads);
    expect(read()).toEqual([true, false, false]);
    expect(offered(one, "max(")).toContain("max");
    one.read("folder", id);
    expect(read()).toEqual([true, true, false]);
    expect(offered(one, ", lay")).toContain("three");
    expect(offered(one, ");")).toContain("layerNorm");
    one.read("cell", id);
    expect(read()).toEqual([true, true, false]);
    const words = () => questions.hover(one, id, text.indexOf("Math"))?.about;
    expect(words()).toBe("");
    one.read("everything");
    expect(read()).toEqual([true, true, true]);
    expect(words()).toContain("mathematics");
  });

  it.each([
    ["layerNorm", "@humpty/model"],
    ["three", "./three.ts"],
  ])("brings the import of %s, which was offered before everything was read", (wanted, from) => {
    const { one } = begun();
    const text = `const m = ${wanted.slice(0, -1)}`;
    one.update({ [id]: text });
    one.read("folder", id);
    const found = questions
      .complete(one, id, text.length)
      ?.suggestions.find(({ name }) => name === wanted);
    one.read("everything");
    const details = questions.details(one, id, text.length, wanted, found?.data);
    expect(details?.changes).toMatchObject([
      { insert: `import { ${wanted} } from "${from}";\n\n` },
    ]);
  });

  it("reads everything for another cell", () => {
    const { one, reads } = begun();
    one.read("cell", "x/cells/three.ts");
    expect(reads("y/cells/four")).toBe(true);
  });
});

describe("a signature", () => {
  const active = (text: string) => ask("signature", text)?.parts.find((part) => part.active)?.text;

  it("shows the parameter that is being written", () => {
    expect(active(`${tensors}matmul(|)`)).toBe("a: Tensor");
    expect(active(`${tensors}matmul(scores, |)`)).toBe("b: Tensor");
    expect(active("Math.max(1, 2, |)")).toContain("values");
  });

  it("is none outside of a call", () => {
    expect(ask("signature", "const n = 1;|")).toBeUndefined();
  });
});

describe("a definition", () => {
  it("is a place in a cell", () => {
    service.update({ "x/cells/tensors.ts": tensors });
    const text = 'import { scores } from "./tensors.ts";\nexport default sco|res;';
    const from = tensors.indexOf("scores");
    expect(ask("definition", text)).toEqual({
      ...{ module: "x/cells/tensors.ts", line: 2, from, to: from + 6 },
    });
  });

  it("is a name of a package", () => {
    expect(ask("definition", tensors.replace("= matmul", "= mat|mul"))).toEqual({
      ...{ package: "@humpty/model", file: "operations/matmul.ts", name: "matmul" },
    });
    expect(ask("definition", `${tensors}scores.sha|pe;`)).toMatchObject({ name: "Tensor.shape" });
  });

  it("is none for what has no place", () => {
    expect(ask("definition", "Math.ma|x(1);")).toBeUndefined();
    expect(ask("definition", "1 +| 1;")).toBeUndefined();
  });
});

describe("a new name", () => {
  const renamed = (text: string): string | undefined => {
    const found = ask("rename", text);
    if (!found) return undefined;
    let after = text.replace("|", "");
    for (const { from, to, before, after: behind } of found.places.toSorted(
      (a, b) => b.from - a.from,
    ))
      after = `${after.slice(0, from)}${before}NEW${behind}${after.slice(to)}`;
    return after;
  };

  it("takes its place everywhere in the cell, and only there", () => {
    expect(renamed('const o|ne = 1;\nconst f = (one: string) => one;\nf("one"); one;')).toBe(
      'const NEW = 1;\nconst f = (one: string) => one;\nf("one"); NEW;',
    );
    service.update({ "x/cells/other.ts": "export const one = 1;" });
    expect(renamed('import { one } from "./other.ts";\no|ne;')).toBe(
      'import { one as NEW } from "./other.ts";\nNEW;',
    );
    expect(renamed("const one = 1;\nexport default { o|ne };")).toBe(
      "const NEW = 1;\nexport default { one: NEW };",
    );
  });

  it("says which cells ask for the old one", () => {
    service.update({
      "x/cells/later.ts": undefined,
      "x/cells/user.ts": 'import { mine } from "./mine.ts";\nmine;',
    });
    expect(ask("rename", "export const mi|ne = 1;")?.elsewhere).toEqual(["x/cells/user.ts"]);
  });

  it("is not for what is another's", () => {
    expect(renamed("Math.ma|x(1);")).toBeUndefined();
    expect(renamed("1 +| 1;")).toBeUndefined();
  });
});
