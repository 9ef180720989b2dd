import { describe, expect, it } from "vitest";
import { breather } from "./breathe.ts";

describe("breather", () => {
  it("lets timers and messages have their turn, by time and not by count", async () => {
    const heard: string[] = [];
    const breath = breather(10);
    expect(breath()).toBeUndefined();
    setTimeout(() => heard.push("timer"), 1);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => heard.push("message");
    port2.postMessage("");
    const start = performance.now();
    let breaths = 0;
    while (performance.now() - start < 100) {
      const pause = breath();
      if (!pause) continue;
      breaths++;
      await pause;
    }
    port1.close();
    expect(heard.sort()).toEqual(["message", "timer"]);
    expect(breaths).toBeGreaterThan(2);
    expect(breaths).toBeLessThanOrEqual(10);
  });
});
