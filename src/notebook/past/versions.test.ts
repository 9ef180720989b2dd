import {
  anything,
  array,
  assert,
  constantFrom,
  integer,
  property,
  record,
  string,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { most, readVersions, type Version, withVersion } from "./versions.ts";

const version = record({
  text: string({ maxLength: 3 }),
  time: integer(),
  end: constantFrom("done", "failed", "stopped", "replaced"),
  milliseconds: integer({ min: 0 }),
});

const all = (versions: readonly Version[]): Version[] =>
  versions.reduce<Version[]>((before, one) => withVersion(before, one), []);

describe("earlier versions", () => {
  it("are the last different texts, newest first", () => {
    assert(
      property(array(version, { maxLength: 60 }), (versions) => {
        const texts = versions.map(({ text }) => text).reverse();
        const expected = [...new Set(texts)].slice(0, most.versions);
        expect(all(versions).map(({ text }) => text)).toEqual(expected);
      }),
    );
  });

  it("say how a text ran, though it was replaced since", () => {
    const ran: Version = { text: "a", time: 1, end: "failed", milliseconds: 7 };
    const gone: Version = { text: "a", time: 2, end: "replaced", milliseconds: 0 };
    expect(all([ran, gone])).toEqual([{ ...ran, time: 2 }]);
    expect(all([gone, { ...ran, time: 3 }])).toEqual([{ ...ran, time: 3 }]);
  });

  it("take no more room than they may, and keep the newest however long it is", () => {
    const long = (sign: string): Version => ({
      ...{ text: sign.repeat(most.characters * 0.6), time: 1, end: "done", milliseconds: 1 },
    });
    expect(all([long("a"), long("b")]).map(({ text }) => text[0])).toEqual(["b"]);
    const huge: Version = { ...long("c"), text: "c".repeat(most.characters + 1) };
    expect(all([long("a"), huge])).toEqual([huge]);
  });

  it("are read from whatever was kept", () => {
    assert(
      property(anything(), array(version), (other, versions) => {
        expect(readVersions(other)).toEqual([]);
        expect(readVersions([other, ...versions, { ...versions[0], end: "?" }])).toEqual(versions);
      }),
    );
  });
});
