import { history, isolateHistory, redo, undo } from "@codemirror/commands";
import { EditorState, type StateCommand, type Transaction } from "@codemirror/state";
import { array, assert, jsonValue, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { difference } from "./difference.ts";
import { fromPast, most, toPast } from "./undo.ts";

const config = { extensions: history() };

/** A state that had all these texts, one after the other. */
const having = (texts: readonly string[]): EditorState =>
  texts.slice(1).reduce(
    (state, text) =>
      state.update({
        changes: difference(state.doc.toString(), text),
        annotations: isolateHistory.of("full"),
      }).state,
    EditorState.create({ doc: texts[0] ?? "", ...config }),
  );

/** What the text is, each time that a command did something. */
function texts(state: EditorState, command: StateCommand): string[] {
  const all: string[] = [];
  let now = state;
  const dispatch = (transaction: Transaction) => {
    now = transaction.state;
    all.push(now.doc.toString());
  };
  while (command({ state: now, dispatch }));
  return all;
}

/** As IndexedDB gives it back. */
const kept = (state: EditorState): unknown => structuredClone(toPast(state));

describe("undo over a reload", () => {
  it("takes back the same changes, and redoes the same", () => {
    assert(
      property(array(string(), { minLength: 1, maxLength: 20 }), (all) => {
        const state = having(all);
        const back = fromPast(kept(state), state.doc.toString(), config);
        expect(back && texts(back, undo)).toEqual(texts(state, undo));
        let undone = state;
        undo({ state, dispatch: ({ state }) => (undone = state) });
        const forth = fromPast(kept(undone), undone.doc.toString(), config);
        expect(forth && texts(forth, redo)).toEqual(texts(undone, redo));
      }),
    );
  });

  it("takes a text that came from elsewhere as one more change", () => {
    const back = fromPast(kept(having(["a", "ab", "abc"])), "xyz", config);
    expect(back?.doc.toString()).toBe("xyz");
    expect(back && texts(back, undo)).toEqual(["abc", "ab", "a"]);
  });

  it("keeps the newest changes where all would be too long", () => {
    const letters = [..."abcdefgh"].map((letter) => letter.repeat(most / 4));
    const past = kept(having(letters));
    expect(JSON.stringify(past).length).toBeLessThan(2 * most);
    const back = fromPast(past, letters.at(-1) ?? "", config);
    expect(back && texts(back, undo)).toEqual(letters.slice(-4, -1).reverse());
  });

  it("is given up for a past that is none, or does not fit its text", () => {
    assert(property(jsonValue(), (past) => fromPast(past, "text", config) === undefined));
    const past = toPast(having(["a", "ab", "abc"])) as { doc: string };
    expect(fromPast({ ...past, doc: "something else" }, "text", config)).toBeUndefined();
    expect(fromPast({ ...past, selection: { main: 9 } }, "text", config)).toBeUndefined();
    expect(fromPast(undefined, "text", config)).toBeUndefined();
  });
});
