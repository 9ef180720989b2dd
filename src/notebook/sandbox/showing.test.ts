import { expect, it } from "vitest";
import type { Output } from "../types.ts";
import type { Said } from "./messages.ts";
import { Showing } from "./showing.ts";

const output = (text: string, key?: string): Output => ({
  ...(key === undefined ? {} : { key }),
  display: { kind: "text", text },
});

function setUp() {
  const said: Said[] = [];
  const clock = { time: 0 };
  const showing = new Showing(
    (one) => said.push(one),
    () => clock.time,
  );
  const texts = () =>
    said.flatMap((one) =>
      one.type === "show" && one.output.display.kind === "text" ? [one.output.display.text] : [],
    );
  return { said, clock, showing, texts };
}

it("passes a key on at most some thirty times a second, the newest each time", () => {
  const { clock, showing, texts } = setUp();
  for (clock.time = 0; clock.time < 1000; clock.time++)
    showing.show("a", output(`${clock.time}`, "k"));
  expect(texts().length).toBeGreaterThan(25);
  expect(texts().length).toBeLessThanOrEqual(31);
  expect(texts()[1]).toBe("33");
});

it("passes on late what came too soon", () => {
  const { clock, showing, texts } = setUp();
  showing.show("a", output("one", "k"));
  showing.show("a", output("two", "k"));
  expect(texts()).toEqual(["one"]);
  clock.time = 40;
  expect(showing.flush()).toBe(false);
  expect(texts()).toEqual(["one", "two"]);
});

it("passes on some three hundred things a second, however many keys there are", () => {
  const { clock, showing, said } = setUp();
  for (clock.time = 0; clock.time < 2000; clock.time++)
    for (let i = 0; i < 20; i++) showing.show("a", output("x", `k${(clock.time * 20 + i) % 999}`));
  expect(said.length).toBeLessThan(1000);
});
