import { expect, it } from "vitest";
import { ago } from "./ago.ts";

const now = Date.UTC(2026, 10, 28, 12);
const before = (seconds: number, lang = "en") => ago(now - seconds * 1000, now, lang);

it("says how long ago something was", () => {
  expect(before(0)).toBe("now");
  expect(before(59)).toBe("59 seconds ago");
  expect(before(60)).toBe("1 minute ago");
  expect(before(3 * 3600 + 1800)).toBe("3 hours ago");
  expect(before(26 * 3600)).toBe("yesterday");
  expect(before(5 * 60, "zh")).toBe("5分钟前");
});

it("says the day of what is longer ago, and does not look into the future", () => {
  expect(before(30 * 86_400)).toBe("Oct 29, 2026");
  expect(before(-60)).toBe("now");
});
