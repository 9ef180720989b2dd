const units = [
  ["second", 60],
  ["minute", 60],
  ["hour", 24],
  ["day", 7],
] as const;

/** When something was, as one says it: how long ago within a week, else the day. */
export function ago(time: number, now: number, lang: string): string {
  let past = Math.max(0, (now - time) / 1000);
  const words = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
  for (const [unit, most] of units) {
    if (past < most) return words.format(-Math.floor(past), unit);
    past /= most;
  }
  return new Date(time).toLocaleDateString(lang, { dateStyle: "medium" });
}
