/**
 * Looks at how wrong the network is, one after the other, and gives the number of the
 * best one. Looks no further once `patience` in a row have brought nothing better.
 */
export function stopAt(wrongs: number[], patience: number): number {
  let best = 0;
  let waited = 0;
  for (const [i, wrong] of wrongs.entries()) {
    if (i > 0 && wrong <= (wrongs[best] ?? 0)) {
      best = i;
      waited = 0;
    } else if (i > 0) waited++;
    if (waited === patience) break;
  }
  return best;
}

const wrongs = [3.4, 2.8, 2.7, 2.72, 2.65, 2.66, 2.68, 2.6];
export default `With a patience of 3, the best look was number ${stopAt(wrongs, 3)}.`;
