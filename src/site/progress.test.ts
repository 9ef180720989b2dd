import { Window } from "happy-dom";
import { beforeEach, expect, it, vi } from "vitest";
import { drawProgress, note, progressOf } from "./progress.ts";

let window: Window;
beforeEach(() => {
  window = new Window({ url: "https://example.org/" });
  vi.stubGlobal("localStorage", window.localStorage);
  vi.stubGlobal("document", window.document);
  vi.stubGlobal("dispatchEvent", vi.fn());
  vi.stubGlobal("Event", window.Event);
});

it("keeps each deed once, by chapter", () => {
  note("03", "read", "queries");
  note("03", "read", "queries");
  note("03", "ran", "scores");
  note("04", "solved", "own");
  expect(progressOf("03")).toEqual({ read: ["queries"], ran: ["scores"], solved: [] });
  expect(progressOf("04")).toEqual({ read: [], ran: [], solved: ["own"] });
  // Told once for each that is new.
  expect(dispatchEvent).toHaveBeenCalledTimes(3);
});

it.each(["no json", "null", "7", '"text"', "[1]", '{"read":7,"ran":[1,null]}'])(
  "takes a damaged %s for nothing done",
  (text) => {
    localStorage.setItem("humpty:progress:03", text);
    expect(progressOf("03")).toEqual({ read: [], ran: [], solved: [] });
    note("03", "ran", "scores");
    expect(progressOf("03").ran).toEqual(["scores"]);
  },
);

it("does without storage", () => {
  vi.stubGlobal("localStorage", {
    getItem: () => {
      throw new Error("forbidden");
    },
  });
  expect(() => note("03", "ran", "scores")).not.toThrow();
  expect(progressOf("03").ran).toEqual([]);
});

it("shows only what was begun, and no more than there is", () => {
  document.body.innerHTML = `<p hidden data-progress="03">
    <span hidden data-deed="read" data-of="9"><b></b> of 9</span>
    <span hidden data-deed="ran" data-of="1"><b></b> of 1</span></p>
    <p hidden data-progress="04"><span hidden data-deed="ran" data-of="2"><b></b></span></p>`;
  note("03", "ran", "scores");
  // A cell that the book has no more.
  note("03", "ran", "gone");
  drawProgress();
  const [third, fourth] = document.querySelectorAll<HTMLElement>("p");
  expect(third?.hidden).toBe(false);
  expect(
    [...(third?.querySelectorAll("span:not([hidden])") ?? [])].map((one) => one.textContent),
  ).toEqual(["1 of 1"]);
  expect(fourth?.hidden).toBe(true);
});
