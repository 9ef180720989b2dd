import { afterEach, describe, expect, it, vi } from "vitest";
import { breather } from "./breathe.ts";

afterEach(() => vi.restoreAllMocks());

describe("breather", () => {
  it("breathes by time and not by count", async () => {
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    const breath = breather(10);
    for (now = 0; now < 10; now++) expect(breath()).toBeUndefined();
    const pause = breath();
    expect(pause).toBeInstanceOf(Promise);
    now = 25;
    await pause;
    // Counted from the end of the breath.
    now = 34;
    expect(breath()).toBeUndefined();
    now = 35;
    expect(breath()).toBeInstanceOf(Promise);
  });

  it("lets timers and messages have their turn", async () => {
    const heard: string[] = [];
    setTimeout(() => heard.push("timer"), 1);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => heard.push("message");
    port2.postMessage("");
    const breath = breather(0);
    for (let i = 0; i < 1_000_000 && heard.length < 2; i++) await breath();
    port1.close();
    expect(heard.sort()).toEqual(["message", "timer"]);
  });
});
