// @vitest-environment happy-dom
import { unzipSync } from "fflate";
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, describe, expect, test, vi } from "vitest";
import { beside, describe as describeValue, files, stack } from "../../index.ts";
import { DisplayView } from "../../views.tsx";
import { formatSize } from "../kind.ts";
import { filesToText, most, readFiles, sumOf } from "./files.ts";
import { withoutBytes } from "./without-bytes.ts";
import { toZip } from "./zip.ts";

const weights = Uint8Array.from({ length: 1500 }, (_, i) => (i * i) % 251);
const make = () =>
  files(
    { "model.safetensors": weights, "诗.txt": "床前明月光" },
    { title: "Your model", archive: "model.zip" },
  );
const baked = () => withoutBytes(make());

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("texts become UTF-8, bytes are copied, and each has its size and sum", () => {
  const mine = Uint8Array.of(1, 2, 3, 4).subarray(1, 3);
  const whole = Uint8Array.of(2, 3);
  const { archive, files: made } = files({ "a.bin": mine, "b.txt": "é" });
  const { files: others } = files({ "a.bin": whole });
  mine[0] = whole[0] = 9;
  expect(archive).toBe("files.zip");
  expect(made).toEqual([
    { name: "a.bin", size: 2, sum: sumOf(Uint8Array.of(2, 3)), bytes: Uint8Array.of(2, 3) },
    { name: "b.txt", size: 2, sum: sumOf(Uint8Array.of(195, 169)), bytes: Uint8Array.of(195, 169) },
  ]);
  expect(made[0]?.bytes?.buffer.byteLength).toBe(2);
  expect(others).toEqual(made.slice(0, 1));
  expect(files({ "a.bin": whole }).files[0]?.sum).toBe(sumOf(Uint8Array.of(9, 3)));
});

test("the sum is FNV-1a", () => {
  // From the page of its authors: http://www.isthe.com/chongo/src/fnv/test_fnv.c
  for (const [text, sum] of [
    ["", "811c9dc5"],
    ["a", "e40c292c"],
    ["foobar", "bf9cf968"],
    // One whose sum begins with a zero.
    ["fooba", "39aaa18a"],
  ] as const)
    expect(sumOf(new TextEncoder().encode(text))).toBe(sum);
  const short = Array.from({ length: 256 }, (_, i) => sumOf(Uint8Array.of(i, i)));
  for (const sum of short) expect(sum).toMatch(/^[0-9a-f]{8}$/);
});

test("sizes are told for people", () => {
  const told = [0, 999, 1_000, 1_549, 999_949, 999_950, 6_230_000, 48e6].map(formatSize);
  expect(told).toEqual([
    ...["0 B", "999 B", "1.0 KB", "1.5 KB", "999.9 KB", "1.0 MB", "6.2 MB", "48.0 MB"],
  ]);
});

test("as plain text: names and sizes", () => {
  expect(filesToText(make())).toBe(
    "Your model\nmodel.safetensors  1.5 KB\n诗.txt              15 B",
  );
});

test("what cannot be saved is refused, with its reason", () => {
  const made = (contents: Record<string, unknown>) => () => files(contents as never);
  expect(made({ a: [1] })).toThrow("files: a: expected text or a Uint8Array, got Array");
  expect(made({ a: new Float32Array(1) })).toThrow("got Float32Array");
  expect(made({})).toThrow("files: expected at least one file");
  const many = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`${i}.txt`, ""]));
  expect(made(many)).toThrow("files: expected at most 20 files, got 21");
  expect(made({ "a/b": "" })).toThrow('or control characters, got "a/b"');
  expect(() => files({ a: "" }, { archive: "a.exe" })).toThrow(
    'files: archive: expected a name that ends with .zip, got "a.exe"',
  );
});

test("more than a page can hand out is refused with all sizes, and exactly as much is not", () => {
  const big = new Uint8Array(most.bytes - 2);
  expect(files({ big, "b.txt": "ab" }).files.map(({ size }) => size)).toEqual([47_999_998, 2]);
  expect(() => files({ big, "b.txt": "abc" })).toThrow(
    "files: big (48.0 MB), b.txt (3 B): 48,000,001 bytes together are more than the 48 million that a page can hand out; a program that runs in Node can write files of any size",
  );
});

test("the build publishes names, sizes and sums, in groups too, and no bytes", () => {
  const shown = stack("text", beside(make(), make()));
  const published = withoutBytes(describeValue(shown));
  expect(JSON.stringify(published)).not.toContain("bytes");
  expect(JSON.stringify(published)).toContain(sumOf(weights));
  // What the cell holds is left as it is.
  expect(shown).toMatchObject({
    items: [{}, { items: [{ files: [{ bytes: weights }, {}] }, {}] }],
  });
  expect(readFiles(baked())).toEqual(baked());
  const other = describeValue("text");
  expect(withoutBytes(other)).toBe(other);
});

test("at build there is no button: words tell when there will be files, in both languages", () => {
  const html = renderToString(<DisplayView display={baked()} lang="en" />);
  for (const part of ["Your model", "model.safetensors", "1.5 KB", "诗.txt", "15 B"])
    expect(html).toContain(part);
  expect(html).toContain("These files are made when the cell is run.");
  expect(html).not.toContain("<button");
  expect(html).not.toContain("style=");
  const chinese = renderToString(<DisplayView display={baked()} lang="zh" />);
  expect(chinese).toContain("这些文件会在运行单元格时生成。");
  const one = withoutBytes(files({ "a.txt": "a" }));
  expect(renderToString(<DisplayView display={one} lang="en" />)).toContain("This file is made");
});

describe("in the page", () => {
  const root = () => document.body.firstElementChild as HTMLElement;
  const draw = (display = make() as ReturnType<typeof withoutBytes>, lang: "en" | "zh" = "en") => {
    if (!document.body.firstElementChild) document.body.append(document.createElement("div"));
    return act(() => render(<DisplayView {...{ display, lang }} />, root()));
  };
  const buttons = () => [...root().querySelectorAll("button")];
  const click = (at: number) => act(() => buttons()[at]?.click());

  /** What the browser was given to save: names, bytes, types, and what was taken back. */
  function watch() {
    const blobs = new Map<string, Blob>();
    const saved: { name: string; blob: Blob | undefined }[] = [];
    const revoked: string[] = [];
    vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
      const url = `blob:http://book/${blobs.size}`;
      blobs.set(url, blob as Blob);
      return url;
    });
    vi.spyOn(URL, "revokeObjectURL").mockImplementation((url) => void revoked.push(url));
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push({ name: this.download, blob: blobs.get(this.href) });
    });
    const bytes = async (at: number) =>
      new Uint8Array((await saved[at]?.blob?.arrayBuffer()) ?? new ArrayBuffer(0));
    return { saved, revoked, bytes };
  }

  test("each file has a button with its name", async () => {
    await draw();
    expect(buttons().map((one) => one.textContent)).toEqual([
      ...["Save", "Save", "Save all as model.zip"],
    ]);
    const names = buttons().map((one) => one.getAttribute("aria-label"));
    expect(names).toEqual(["Save model.safetensors", "Save 诗.txt", null]);
    expect(buttons().every((one) => one.type === "button")).toBe(true);
    expect(root().textContent).not.toContain("when the cell is run");
    await draw(make(), "zh");
    expect(buttons().map((one) => one.textContent)).toEqual([
      ...["保存", "保存", "全部保存为 model.zip"],
    ]);
  });

  test("a button saves its file's bytes under its name, and takes the address back later", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const { saved, revoked, bytes } = watch();
    await draw();
    await click(1);
    await click(0);
    expect(saved.map(({ name, blob }) => [name, blob?.type])).toEqual([
      ["诗.txt", "application/octet-stream"],
      ["model.safetensors", "application/octet-stream"],
    ]);
    expect(new TextDecoder().decode(await bytes(0))).toBe("床前明月光");
    expect(await bytes(1)).toEqual(weights);
    expect(revoked).toEqual([]);
    vi.advanceTimersByTime(600_000);
    expect(revoked).toEqual(["blob:http://book/0", "blob:http://book/1"]);
  });

  test("all files are saved in one zip", async () => {
    const { saved, bytes } = watch();
    await draw();
    await click(2);
    await vi.waitFor(() => expect(saved.map(({ name }) => name)).toEqual(["model.zip"]));
    const unpacked = unzipSync(await bytes(0));
    expect(Object.keys(unpacked)).toEqual(["model.safetensors", "诗.txt"]);
    expect(unpacked["model.safetensors"]).toEqual(weights);
    expect(new TextDecoder().decode(unpacked["诗.txt"])).toBe("床前明月光");
  });

  test("a zip that could not be made is told, until the next run", async () => {
    const { saved } = watch();
    vi.spyOn(URL, "createObjectURL").mockImplementation(() => {
      throw new Error("no memory");
    });
    await draw();
    await click(2);
    const alert = () => root().querySelector('[role="alert"]')?.textContent;
    await vi.waitFor(() => expect(alert()).toMatch(/^The zip could not be made/));
    await draw();
    expect(alert()).toBeUndefined();
    expect(saved).toEqual([]);
  });

  test("a run puts its files in the place of what the build showed", async () => {
    await draw(baked());
    expect(buttons()).toEqual([]);
    const drawn = () => [...root().querySelectorAll("figure, li")];
    const before = drawn();
    await draw();
    expect(buttons()).toHaveLength(3);
    expect(drawn()).toEqual(before);
    expect(drawn().every((one, i) => one === before[i])).toBe(true);
    await draw(files({ "other.txt": "x" }));
    expect([...root().querySelectorAll("li .name")].map((one) => one.textContent)).toEqual([
      "other.txt",
    ]);
  });
});

test("in the zip texts are small and bytes as they are", () => {
  const text = new TextEncoder().encode("抄".repeat(4000));
  const numbers = new Uint8Array(12_000);
  const zip = toZip([{ name: "a", bytes: text }]);
  expect(zip.length).toBeLessThan(500);
  expect(toZip([{ name: "a", bytes: numbers }]).length).toBeGreaterThan(12_000);
  expect(unzipSync(zip)).toEqual({ a: text });
});

describe("hostile data", () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const one = { name: "a.bin", size: 3, sum: sumOf(bytes), bytes };
  const read = (file: object) => readFiles({ ...make(), files: [{ ...one, ...file }] }).files[0];

  test("is read as it is when it is in order", () => {
    expect(readFiles(structuredClone(make()))).toEqual(make());
    expect(readFiles(structuredClone(baked()))).toEqual(baked());
  });

  test("has the size and the sum of its bytes, whatever it says", () => {
    expect(read({ size: 1e9, sum: "<b>x</b>" })).toEqual(one);
    expect(read({ size: undefined, sum: undefined, more: 1 })).toEqual(one);
  });

  test("has no more than its own part of a buffer", () => {
    const large = new Uint8Array(1000).fill(7);
    const part = read({ bytes: large.subarray(10, 12) });
    expect(part).toMatchObject({ size: 2, sum: sumOf(Uint8Array.of(7, 7)) });
    expect(part?.bytes?.buffer.byteLength).toBe(2);
  });

  test("costs no more where the same bytes come again and again", () => {
    const large = new Uint8Array(2e6 + 1).subarray(1);
    const all = Array.from({ length: 5_000 }, () => read({ bytes: large })?.bytes);
    expect(new Set(all).size).toBe(1);
  });

  test.each([
    "",
    ".",
    "..",
    ".bashrc",
    "a/b",
    "/a",
    "a\\b",
    "a\0b",
    "a\nb",
    "a\x7f",
    "a\x85",
    "a\u202Etxt.exe",
    "a\u2028b",
    "a\ud800",
    "__proto__",
    "x".repeat(101),
    5,
    undefined,
    ["a"],
    { toString: () => "a" },
  ])("is refused when a file's name is %j", (name) => {
    expect(() => read({ name })).toThrow();
    expect(() => readFiles({ ...make(), archive: name })).toThrow();
    if (typeof name === "string") expect(() => files({ [name]: "" })).toThrow();
  });

  test.each(["a", "a.b.c", "模型 (1).bin", "🥚.txt", "-a", "constructor", "x".repeat(100)])(
    "may have the name %j",
    (name) => {
      expect(read({ name })?.name).toBe(name);
      expect(files({ [name]: "" }).files[0]?.name).toBe(name);
    },
  );

  test("is refused or bounded in all else", () => {
    const good = baked();
    const bad: unknown[] = [
      undefined,
      null,
      "files",
      { ...good, title: 5 },
      { ...good, archive: "files.exe" },
      { ...good, files: undefined },
      { ...good, files: [] },
      { ...good, files: [null] },
      { ...good, files: [one, one] },
      { ...good, files: [{ ...one, bytes: new Uint8Array(48e6 + 1) }] },
      ...[[1, 2, 3], "abc", new Float32Array(3), new ArrayBuffer(3), null].map((bytes) => ({
        ...good,
        files: [{ ...one, bytes }],
      })),
      ...[-1, 0.5, Number.NaN, 1e12, "3", undefined].map((size) => ({
        ...good,
        files: [{ ...one, bytes: undefined, size }],
      })),
      ...["", "811c9dc", "811C9DC5", "811c9dc5\n", "<b>x</b>", 5, undefined].map((sum) => ({
        ...good,
        files: [{ ...one, bytes: undefined, sum }],
      })),
    ];
    for (const raw of bad) expect(() => readFiles(raw)).toThrow();
    const many = Array.from({ length: 999 }, (_, i) => ({
      ...one,
      name: `${i} & co`,
    }));
    const all = readFiles({ ...good, title: "<b>".repeat(999), files: many });
    expect(all.files).toHaveLength(most.files);
    expect(renderToString(<DisplayView display={all} lang="en" />)).not.toContain("<b>");
  });

  test("of which a part has no bytes has no zip", () => {
    const { bytes: _, ...absent } = one;
    const mixed = readFiles({ ...baked(), files: [{ ...one, name: "b" }, absent] });
    const html = renderToString(<DisplayView display={mixed} lang="en" />);
    expect(html).toContain("Save b");
    expect(html).not.toContain("Save a");
    expect(html).toContain("made when the cell is run");
  });
});
