// @vitest-environment happy-dom
import { currentCompletions } from "@codemirror/autocomplete";
import { EditorView } from "@codemirror/view";
import { expect, it, vi } from "vitest";
import type { Types } from "../types.ts";
import { completion } from "./completion.ts";
import { wordsOf } from "./words.ts";

it("asks again where the reader wrote on and no answer came to what was asked before", async () => {
  const answers: ((found: unknown) => void)[] = [];
  const ask = vi.fn(() => new Promise((answer) => answers.push(answer)));
  const view = new EditorView({
    extensions: completion({ ask } as unknown as Types, wordsOf("en")),
    parent: document.body,
  });
  const type = (text: string) => {
    const at = view.state.doc.length;
    const changes = { from: at, insert: text };
    view.dispatch({ changes, selection: { anchor: at + text.length }, userEvent: "input.type" });
  };
  type("m");
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(1));
  type(" = la");
  answers[0]?.(undefined);
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
  expect(ask).toHaveBeenLastCalledWith("complete", 6);
  answers[1]?.({ from: 4, to: 6, suggestions: [{ name: "layerNorm", kind: "const", rank: 11 }] });
  await vi.waitFor(() =>
    expect(currentCompletions(view.state).map(({ label }) => label)).toEqual(["layerNorm"]),
  );
});
